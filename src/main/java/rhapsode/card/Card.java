package rhapsode.card;

/** A poem as a picture. Immutable. */
public final class Card {
  private final byte[] png;
  private final int width;
  private final int height;
  private final String altText;

  Card(byte[] png, int width, int height, String altText) {
    this.png = png;
    this.width = width;
    this.height = height;
    this.altText = altText;
  }

  /** The picture as a PNG file; a copy. */
  public byte[] png() {
    return png.clone();
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** The poem with a short introduction, for those who cannot see it: at most 1024 characters. */
  public String altText() {
    return altText;
  }
}
