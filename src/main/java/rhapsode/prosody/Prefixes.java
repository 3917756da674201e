package rhapsode.prosody;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Derivation at the front of a word: {@code unquiet, o'ertake, bedimmed, athirst}. */
final class Prefixes implements Rule {
  private static final int SHORTEST_STEM = 3;

  private record Prefix(String spelling, Pronunciation sounds) {}

  private static final List<Prefix> PREFIXES =
      Stream.of(
              ("counter=K AW2 N T ER,inter=IH2 N T ER,under=AH2 N D ER,super=S UW2 P ER"
                      + ",over=OW2 V ER,o'er=AO2 R,fore=F AO2 R,self=S EH2 L F,ever=EH2 V ER"
                      + ",down=D AW2 N,out=AW2 T,off=AO2 F,mis=M IH S,dis=D IH S,non=N AA2 N"
                      + ",sub=S AH2 B,pre=P R IY,un=AH N,up=AH2 P,re=R IY,be=B IH,en=EH N"
                      + ",em=EH M,im=IH M,in=IH N,by=B AY2,on=AA2 N,de=D IH,a=AH")
                  .split(","))
          .map(entry -> entry.split("="))
          .map(entry -> new Prefix(entry[0], Pronunciation.parse(entry[1])))
          .toList();

  private final boolean listedOnly;

  /**
   * Makes the rule.
   *
   * @param listedOnly whether the rest must stand in a lexicon: be-think before beth-ink
   */
  Prefixes(boolean listedOnly) {
    this.listedOnly = listedOnly;
  }

  @Override
  public Optional<Pronunciation> derive(String word, Speaker speaker) {
    return PREFIXES.stream()
        .filter(prefix -> word.startsWith(prefix.spelling()))
        .filter(prefix -> word.length() >= prefix.spelling().length() + SHORTEST_STEM)
        .map(prefix -> derive(word, prefix, speaker))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Pronunciation> derive(String word, Prefix prefix, Speaker speaker) {
    String stem = word.substring(prefix.spelling().length());
    return (listedOnly ? speaker.listed(stem) : speaker.known(stem))
        .map(sounds -> prefix.sounds().then(sounds));
  }
}
