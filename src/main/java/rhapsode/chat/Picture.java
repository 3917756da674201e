package rhapsode.chat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A picture that goes with a reply. Immutable. */
public final class Picture {
  private final byte[] png;
  private final String alternative;

  /**
   * A picture.
   *
   * @param png the file
   * @param alternative what it shows, for those who do not see it
   */
  public Picture(byte[] png, String alternative) {
    this.png = png.clone();
    this.alternative = alternative;
  }

  /** The PNG file. */
  public InputStream png() {
    return new ByteArrayInputStream(png);
  }

  /** Its size in bytes. */
  public int size() {
    return png.length;
  }

  /** What it shows, for those who do not see it. */
  public String alternative() {
    return alternative;
  }
}
