package rhapsode.card;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/** Papers and inks. */
enum Palette {
  IVORY(0xF6F0E1, 0x2B2520, 0xA14B2E, 0x6F614E),
  SAGE(0xEDF0E3, 0x22302A, 0x4F7A5B, 0x5F6B5C),
  DUSK(0xF4EBE6, 0x2A2533, 0x84486B, 0x70636E);

  /** Steps from the paper to each ink; three inks of 64 need 192 of the 256 colours of a PNG. */
  private static final int STEPS = 64;

  private final int paper;
  private final int poem;
  private final int ornament;
  private final int foot;

  Palette(int paper, int poem, int ornament, int foot) {
    this.paper = paper;
    this.poem = poem;
    this.ornament = ornament;
    this.foot = foot;
  }

  private IndexColorModel colours() {
    var table = new int[3 * STEPS];
    int[] inks = {poem, ornament, foot};
    for (int i = 0; i < table.length; i++) {
      table[i] = mixed(new Color(paper), new Color(inks[i / STEPS]), i % STEPS);
    }
    return new IndexColorModel(8, table.length, table, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  private static int mixed(Color paper, Color ink, int step) {
    return new Color(
            mixed(paper.getRed(), ink.getRed(), step),
            mixed(paper.getGreen(), ink.getGreen(), step),
            mixed(paper.getBlue(), ink.getBlue(), step))
        .getRGB();
  }

  private static int mixed(int paper, int ink, int step) {
    return (paper * (STEPS - 1 - step) + ink * step) / (STEPS - 1);
  }

  /** The same poem always has the same colours. */
  static Palette of(CardText text) {
    Palette[] all = values();
    return all[Math.floorMod(text.poem().hashCode(), all.length)];
  }

  /**
   * The picture of what ink covers: a byte a pixel and few colours, for a small file.
   *
   * @param coverage {@code [height, width]}, bytes, 255 where ink covers all
   * @param fromOrnament the first pixel row in the ink of the ornament
   * @param fromFoot the first pixel row in the ink of the foot
   */
  BufferedImage ink(BufferedImage coverage, int fromOrnament, int fromFoot) {
    int width = coverage.getWidth();
    int height = coverage.getHeight();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours());
    byte[] from = ((DataBufferByte) coverage.getRaster().getDataBuffer()).getData();
    byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < from.length; i++) {
      int y = i / width;
      int band = y < fromOrnament ? 0 : y < fromFoot ? 1 : 2;
      to[i] = (byte) (band * STEPS + Byte.toUnsignedInt(from[i]) * STEPS / 256);
    }
    return image;
  }
}
