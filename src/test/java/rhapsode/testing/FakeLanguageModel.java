package rhapsode.testing;

import java.util.Arrays;
import java.util.List;
import rhapsode.language.Continuation;
import rhapsode.language.LanguageModel;
import rhapsode.language.LineOrder;
import rhapsode.language.Vocabulary;

/** A model without a network: what comes next is a fixed hash of the last word. */
public final class FakeLanguageModel implements LanguageModel {
  private final Vocabulary vocabulary;
  private final LineOrder order;

  /** A model that knows these poems' words. */
  public FakeLanguageModel(List<String> poems) {
    this(poems, LineOrder.FORWARD);
  }

  /** A model that writes its lines in an order. */
  public FakeLanguageModel(List<String> poems, LineOrder order) {
    this.order = order;
    vocabulary = Vocabulary.of(rhapsode.language.Corpus.of(poems), 5000, 1);
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public LineOrder order() {
    return order;
  }

  @Override
  public float[] likeness(int word) {
    return new float[0];
  }

  @Override
  public Continuation begin(int rows) {
    return new Rows(new int[rows]);
  }

  private float[] next(int last) {
    var logits = new float[vocabulary.size()];
    double sum = 0;
    for (int word = 0; word < logits.length; word++) {
      int hash = (last * 31 + word) * 0x9E3779B9;
      logits[word] = (hash >>> 8) / (float) (1 << 24) * 4;
      sum += Math.exp(logits[word]);
    }
    for (int word = 0; word < logits.length; word++) {
      logits[word] -= (float) Math.log(sum);
    }
    return logits;
  }

  private final class Rows implements Continuation {
    private int[] last;

    Rows(int[] last) {
      this.last = last;
    }

    @Override
    public int rows() {
      return last.length;
    }

    @Override
    public float[][] read(int[] words) {
      last = words.clone();
      return Arrays.stream(last).mapToObj(FakeLanguageModel.this::next).toArray(float[][]::new);
    }

    @Override
    public void keep(int[] from) {
      last = Arrays.stream(from).map(row -> last[row]).toArray();
    }

    @Override
    public Continuation copies(int row, int count) {
      int[] copies = new int[count];
      Arrays.fill(copies, last[row]);
      return new Rows(copies);
    }
  }
}
