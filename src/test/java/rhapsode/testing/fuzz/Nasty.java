package rhapsode.testing.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that have made programs fail before, and texts made of them. */
public final class Nasty {
  /** Pieces: Unicode, numbers, and what other languages take for their own. */
  public static final List<String> PIECES =
      List.of(
          "",
          " ",
          "\n",
          "\r\n",
          "\u0000",
          "\t",
          "\u000B\u000C\u0085\u2028\u2029",
          "\uD83D", // half of an emoji
          "\uDE00",
          "\uDE00\uD83D",
          "😀",
          "👩🏽‍🚀",
          "🇩🇪",
          "#️⃣",
          "𝕬𝖘𝖙𝖗𝖆𝖑 𐌰𐌱",
          "\u202Egnirts a\u202C",
          "\u2066\u2067\u2068\u2069",
          "\u200B\u200C\u200D\uFEFF\u2060",
          "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033Da\u0318\u0353\u031E\u0300l\u0327g\u0321o\u035B",
          "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
          "שלום עולם",
          "مرحبا بالعالم ﷽",
          "月が綺麗ですね",
          "한국어 각",
          "İıſßŒÆﬁ㎏Å",
          "ΑΒΓ абв",
          "\uFFFD\uFFFE\uFFFF",
          "\uDBFF\uDFFF",
          "\uE000",
          "\u00AD\u034F\u115F\u3164\u2800",
          "0",
          "-1",
          "1e308",
          "1e999",
          "NaN",
          "-Infinity",
          "0x1p3",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999999999999999999",
          "٣٤٥",
          "1_000",
          "'; DROP TABLE poem; --",
          "\" OR \"\"=\"",
          "${jndi:ldap://x/y}",
          "{{7*7}}",
          "%s%d%n%1$s",
          "%",
          "\\",
          "\\\\\"",
          "`rm -rf /`",
          "<script>alert(1)</script>",
          "&lt;&amp;&#0;",
          "<b>",
          "**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block```",
          "[text](https://example.org)",
          "@everyone @here <@123> <@&7> <#1> <:a:1>",
          "https://example.org/?a=b&c=d",
          "www.example.com",
          "a:b:c",
          "form:",
          "\"",
          "'",
          "“quoted”",
          "/",
          "//",
          " / ",
          " // ",
          "...",
          "--",
          "-",
          "..",
          "../../etc/passwd",
          "null",
          "true",
          "~",
          "{",
          "[",
          "]}",
          "(((((((((");

  private static final List<String> WORDS =
      List.of(
          ("moon winter river the a and o'er 'tis heaven poet's well-worn rain sings fox I never yet"
                  + " light dark every upon love thou yes no 42 1900 4th rhythm strengths queue")
              .split(" "));

  private Nasty() {}

  /** One of them. */
  public static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  /** A word, or something that may stand for one. */
  public static String word(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> one(PIECES, random);
      case 1 -> characters(1 + random.nextInt(12), random);
      case 2 -> Mutation.of(one(WORDS, random), WORDS, random);
      default -> one(WORDS, random);
    };
  }

  /** Words with blanks and line breaks between, or a piece over and over, rarely very long. */
  public static String text(Random random) {
    int size = size(random);
    var text = new StringBuilder();
    switch (random.nextInt(5)) {
      case 0 -> text.append(one(PIECES, random).repeat(size));
      case 1 -> text.append(characters(size, random));
      default -> {
        for (int i = 0; i < size; i++) {
          text.append(word(random)).append(blank(random));
        }
      }
    }
    return text.toString();
  }

  private static int size(Random random) {
    int kind = random.nextInt(1000);
    if (kind == 0) {
      return random.nextInt(5000);
    }
    return kind < 50 ? random.nextInt(300) : random.nextInt(15);
  }

  private static String blank(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "\n";
      case 1 -> "\n\n";
      case 2 -> "";
      case 3 -> "  ";
      default -> " ";
    };
  }

  /** UTF-16 units from all over, most of them from where letters are. */
  public static String characters(int count, Random random) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.appendCodePoint(random.nextInt(0x110000));
        case 2 -> text.append((char) (0x300 + random.nextInt(0x70)));
        case 3 -> text.append((char) random.nextInt(0x80));
        case 4 -> text.append((char) (0x80 + random.nextInt(0x600)));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  /** The same without halves of characters, as it comes out of UTF-8. */
  public static String whole(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }
}
