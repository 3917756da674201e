package rhapsode.chat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that goes with a reply. Immutable. */
public final class Attachment {
  private final String name;
  private final String mediaType;
  private final byte[] content;

  /**
   * A file.
   *
   * @param name what it is called where it is saved: letters, digits, dots, hyphens
   * @param mediaType such as {@code application/json}
   */
  public Attachment(String name, String mediaType, byte[] content) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,99}")) {
      throw new IllegalArgumentException("a file cannot be called '" + name + "'");
    }
    this.name = name;
    this.mediaType = mediaType;
    this.content = content.clone();
  }

  public String name() {
    return name;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What is in it; a stream of its own for each call. */
  public InputStream content() {
    return new ByteArrayInputStream(content);
  }

  /** Its size in bytes. */
  public int size() {
    return content.length;
  }
}
