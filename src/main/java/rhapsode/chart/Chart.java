package rhapsode.chart;

/** A chart as a picture. Immutable. */
public final class Chart {
  /** UTF-16 characters of the alternative text; Discord takes no more. */
  public static final int LONGEST_ALT_TEXT = 1024;

  private final byte[] png;
  private final String altText;

  Chart(byte[] png, String altText) {
    this.png = png;
    this.altText = altText;
  }

  /** The picture as a PNG file; a copy. */
  public byte[] png() {
    return png.clone();
  }

  /** The same in words and numbers, at most {@value #LONGEST_ALT_TEXT} characters. */
  public String altText() {
    return altText;
  }
}
