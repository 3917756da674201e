package rhapsode.prosody;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words of verse that neither the dictionary nor a rule has right. */
final class Exceptions {
  private static final Map<String, String> PHONES =
      Map.ofEntries(
          Map.entry("i", "ay1"),
          Map.entry("o", "ow1"),
          Map.entry("a", "ax"),
          Map.entry("o'er", "ao1 r"),
          Map.entry("e'er", "eh1 r"),
          Map.entry("ne'er", "n eh1 r"),
          Map.entry("e'en", "iy1 n"),
          Map.entry("'tis", "t ih1 z"),
          Map.entry("'twas", "t w aa1 z"),
          Map.entry("'twere", "t w er1"),
          Map.entry("'twill", "t w ih1 l"),
          Map.entry("'twould", "t w uh1 d"),
          Map.entry("th'", "dh ax"),
          Map.entry("ta'en", "t ey1 n"),
          Map.entry("can't", "k ae1 n t"),
          Map.entry("don't", "d ow1 n t"),
          Map.entry("won't", "w ow1 n t"),
          Map.entry("shan't", "sh ae1 n t"),
          Map.entry("isn't", "ih1 z ax n t"),
          Map.entry("aren't", "aa1 r n t"),
          Map.entry("wasn't", "w aa1 z ax n t"),
          Map.entry("weren't", "w er1 n t"),
          Map.entry("hasn't", "hh ae1 z ax n t"),
          Map.entry("haven't", "hh ae1 v ax n t"),
          Map.entry("hadn't", "hh ae1 d ax n t"),
          Map.entry("didn't", "d ih1 d ax n t"),
          Map.entry("doesn't", "d ah1 z ax n t"),
          Map.entry("couldn't", "k uh1 d ax n t"),
          Map.entry("wouldn't", "w uh1 d ax n t"),
          Map.entry("shouldn't", "sh uh1 d ax n t"),
          Map.entry("o'clock", "ax k l aa1 k"),
          Map.entry("i'm", "ay1 m"),
          Map.entry("i'll", "ay1 l"),
          Map.entry("i've", "ay1 v"),
          Map.entry("i'd", "ay1 d"),
          Map.entry("we're", "w ih1 r"),
          Map.entry("you're", "y uh1 r"),
          Map.entry("they're", "dh eh1 r"),
          Map.entry("thou", "dh aw1"),
          Map.entry("thee", "dh iy1"),
          Map.entry("thy", "dh ay1"),
          Map.entry("thine", "dh ay1 n"),
          Map.entry("hath", "hh ae1 th"),
          Map.entry("doth", "d ah1 th"),
          Map.entry("dost", "d ah1 s t"),
          Map.entry("hast", "hh ae1 s t"),
          Map.entry("wilt", "w ih1 l t"),
          Map.entry("saith", "s eh1 th"),
          Map.entry("ere", "eh1 r"),
          Map.entry("yea", "y ey1"),
          Map.entry("bosom", "b uh1 z ax m"));

  private Exceptions() {}

  static Optional<List<String>> of(String word) {
    return Optional.ofNullable(PHONES.get(word)).map(phones -> List.of(phones.split(" ")));
  }
}
