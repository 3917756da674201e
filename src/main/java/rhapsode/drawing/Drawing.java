package rhapsode.drawing;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this Java can draw, and with which font: no screen and no font of the system is used. */
public final class Drawing {
  private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);
  private static final String FONT = "/fonts/ttf/Markazi/MarkaziText-Regular.ttf";

  private Drawing() {}

  /** What has to work before pictures are promised. */
  public interface Probe<T> {
    /** Loads what is needed, and draws a first picture. */
    T draw() throws IOException, FontFormatException;
  }

  /**
   * Tries to draw. Asks for headless mode, unless the property {@code java.awt.headless} is set
   * already.
   *
   * @param pictures what there will not be otherwise, for the log
   * @return empty, with one warning in the log, where Java cannot draw text: some JDKs come without
   *     the libraries for it
   */
  public static <T> Optional<T> attempt(String pictures, Probe<T> probe) {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    try {
      return Optional.of(probe.draw());
    } catch (IOException
        | FontFormatException
        | RuntimeException
        | LinkageError
        | InternalError
        | AWTError e) {
      LOG.warn("This Java cannot draw text, so there are no {}", pictures, e);
      return Optional.empty();
    }
  }

  /** A picture as a PNG file. */
  public static byte[] png(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be written into memory", e);
    }
    return bytes.toByteArray();
  }

  /** The face of all pictures, from a file on the class path. */
  public static Font font() throws IOException, FontFormatException {
    try (InputStream file = Drawing.class.getResourceAsStream(FONT)) {
      if (file == null) {
        throw new FileNotFoundException("no font " + FONT + " on the class path");
      }
      return Font.createFont(Font.TRUETYPE_FONT, file);
    }
  }
}
