package rhapsode.network;

import rhapsode.language.Corpus;
import rhapsode.language.LineOrder;
import rhapsode.language.Vocabulary;

/** Several learners who train a network together, and the text that they share. */
public record Team(Sharing sharing, Text text) {

  /** A text that can be dealt out. */
  public interface Text {
    /** Deals it out to the learners. */
    Cluster.Learners deal(Assignment assignment, Vocabulary vocabulary);
  }

  /** A team on a cluster, for a text that this process holds. */
  public static Team of(Cluster cluster, Sharing sharing, Corpus corpus, LineOrder order) {
    return new Team(
        sharing,
        (assignment, words) ->
            cluster.learners(
                assignment,
                Share.deal(corpus, poem -> order.apply(words.encode(poem)), sharing.shares())));
  }
}
