package rhapsode.community;

/**
 * Takes out characters that nobody sees: controls, zero-width and direction marks, tags, fillers,
 * private and broken code points. They can hide text from a moderator, split words for the model,
 * or make the same poem look new. What joins an emoji to the next stays.
 */
final class Invisible {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int TEXT_STYLE = 0xFE0E;
  private static final int EMOJI_STYLE = 0xFE0F;

  private Invisible() {}

  static String removeFrom(String text) {
    int[] points = text.codePoints().toArray();
    StringBuilder kept = new StringBuilder(text.length());
    int before = 0;
    for (int i = 0; i < points.length; i++) {
      int after = i + 1 < points.length ? points[i + 1] : 0;
      if (isVisible(points[i]) || joinsEmoji(before, points[i], after)) {
        kept.appendCodePoint(points[i]);
        before = points[i];
      }
    }
    return kept.toString();
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n';
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
      // JDK 17 does not know emoji newer than Unicode 13: only code points never to be assigned go.
      case Character.UNASSIGNED -> !isNoncharacter(point);
      default -> !isFiller(point);
    };
  }

  private static boolean joinsEmoji(int before, int point, int after) {
    return switch (point) {
      case TEXT_STYLE, EMOJI_STYLE -> isSymbol(before) || isKeycap(before);
      case ZERO_WIDTH_JOINER ->
          (isSymbol(before) || before == EMOJI_STYLE || isSkinTone(before)) && isSymbol(after);
      default -> false;
    };
  }

  private static boolean isSymbol(int point) {
    int type = Character.getType(point);
    return (type == Character.OTHER_SYMBOL && !isFiller(point))
        || type == Character.MATH_SYMBOL
        || (point >= 0x1F000 && point <= 0x1FAFF);
  }

  private static boolean isKeycap(int point) {
    return (point >= '0' && point <= '9') || point == '#' || point == '*';
  }

  private static boolean isSkinTone(int point) {
    return point >= 0x1F3FB && point <= 0x1F3FF;
  }

  private static boolean isNoncharacter(int point) {
    return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
  }

  /** Letters, marks and symbols that are drawn as nothing. */
  private static boolean isFiller(int point) {
    return switch (point) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          (point >= 0x180B && point <= 0x180F)
              || (point >= 0xFE00 && point <= 0xFE0F)
              || (point >= 0xE0100 && point <= 0xE01EF);
    };
  }
}
