package rhapsode.language;

import java.util.Set;

/** The words that carry a sentence rather than its matter: articles, pronouns, prepositions. */
final class FunctionWords {
  private static final Set<String> ALL =
      Set.of(
          ("a an the this that these those some any each every no such o oh ah i me my mine myself we us"
                  + " our ours you your yours thou thee thy thine ye he him his she her hers it its they"
                  + " them their theirs who whom whose which what and or but nor so yet if for as than"
                  + " because though although while when where why how till until ere since then there"
                  + " here now of to in on at by with from into unto upon o'er over under through"
                  + " without within between among before behind after above below beneath about against"
                  + " off out up down across along around is am are was were be been being art wast wert has have had hath"
                  + " hast having do does did doth dost will would shall should can could may might must"
                  + " wilt shalt canst not never ever too also very more most all only again still just"
                  + " like 'tis 'twas 'mid 'neath it's i'm i'll i've i'd don't can't let")
              .split(" "));

  private FunctionWords() {}

  static boolean hold(String word) {
    return ALL.contains(word);
  }
}
