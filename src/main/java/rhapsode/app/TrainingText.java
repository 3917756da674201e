package rhapsode.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rhapsode.language.Corpus;
import rhapsode.language.CorpusException;
import rhapsode.language.TextFormat;
import rhapsode.language.Vocabulary;
import rhapsode.network.Cluster;
import rhapsode.network.NetworkDescription;
import rhapsode.network.Sharing;
import rhapsode.network.Team;

/**
 * What a training reads.
 *
 * @param train empty if the text is far
 * @param words that it is read with, if the training text does not choose them
 * @param far the text if only a cluster holds it
 */
record TrainingText(
    Corpus train, Corpus judge, Optional<Vocabulary> words, Optional<Cluster.FarText> far) {

  /**
   * Where the texts are.
   *
   * @param more text that does not choose the vocabulary
   * @param valid text to judge by; if there is none, a share of the corpus is held out
   */
  record Places(String corpus, Optional<Path> more, Optional<Path> valid, TextFormat format) {
    boolean far() {
      return corpus.contains("://");
    }
  }

  /**
   * Reads texts that this process can hold.
   *
   * @throws CorpusException if they cannot be read, or there is too little to hold some out
   */
  static TrainingText near(Places places, NetworkDescription network) {
    Corpus all = Corpus.read(Path.of(places.corpus), places.format);
    double share = network.recipe().heldOut();
    boolean own = places.valid.isPresent();
    Corpus train = own ? all : all.where(poem -> !Corpus.isHeldOut(poem, share));
    Corpus judge =
        own
            ? Corpus.read(places.valid.get(), places.format)
            : all.where(poem -> Corpus.isHeldOut(poem, share));
    check(places, !train.poems().isEmpty() && !judge.poems().isEmpty());
    if (places.more.isEmpty()) {
      return new TrainingText(train, judge, Optional.empty(), Optional.empty());
    }
    return new TrainingText(
        train.and(Corpus.read(places.more.get(), places.format)),
        judge,
        Optional.of(Vocabulary.of(train, network.vocabularySize(), network.minimumCount())),
        Optional.empty());
  }

  /**
   * Lets a cluster read the text, and this process only what it judges by.
   *
   * @throws CorpusException if there is too little to hold some out
   */
  static TrainingText far(
      Places places, NetworkDescription network, Cluster cluster, Sharing sharing) {
    Cluster.FarText all = cluster.text(places.corpus, places.format, network.order(), sharing);
    double share = network.recipe().heldOut();
    Corpus judge =
        places.valid.isPresent()
            ? Corpus.read(places.valid.get(), places.format)
            : all.heldOut(share);
    check(places, !judge.poems().isEmpty());
    Cluster.FarText train = places.valid.isPresent() ? all : all.withoutHeldOut(share);
    return new TrainingText(
        new Corpus(List.of(), places.format),
        judge,
        Optional.of(train.vocabulary(network.vocabularySize(), network.minimumCount())),
        Optional.of(train));
  }

  private static void check(Places places, boolean enough) {
    if (!enough) {
      throw new CorpusException(
          "The corpus %s has too few poems to hold some out; name a validation text with --valid."
              .formatted(places.corpus));
    }
  }

  /** A hash of the text that is learned from. */
  String hash() {
    return far.map(Cluster.FarText::hash).orElseGet(train::hash);
  }

  /** Those who learn from it on a cluster. */
  Team team(Cluster cluster, Sharing sharing, NetworkDescription network) {
    return far.map(there -> new Team(sharing, there))
        .orElseGet(() -> Team.of(cluster, sharing, train, network.order()));
  }
}
