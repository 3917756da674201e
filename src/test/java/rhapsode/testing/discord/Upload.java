package rhapsode.testing.discord;

import java.util.Base64;

/**
 * A file that came with a message.
 *
 * @param description its text for those who do not see it
 * @param base64 its bytes
 */
public record Upload(String name, String description, String base64) {
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }
}
