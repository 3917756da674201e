package rhapsode.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhapsode.language.Continuation;
import rhapsode.language.LanguageModel;
import rhapsode.language.LineOrder;
import rhapsode.language.Vocabulary;

/** A model that goes on with one text after the other, as a decoder without batches does. */
record Unbatched(LanguageModel model) implements LanguageModel {
  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Vocabulary vocabulary() {
    return model.vocabulary();
  }

  @Override
  public float[] likeness(int word) {
    return model.likeness(word);
  }

  @Override
  public LineOrder order() {
    return model.order();
  }

  @Override
  public Continuation begin(int rows) {
    var texts = new ArrayList<Continuation>();
    for (int row = 0; row < rows; row++) {
      texts.add(model.begin(1));
    }
    return new Texts(texts);
  }

  private static final class Texts implements Continuation {
    private List<Continuation> texts;

    Texts(List<Continuation> texts) {
      this.texts = texts;
    }

    @Override
    public int rows() {
      return texts.size();
    }

    @Override
    public float[][] read(int[] words) {
      float[][] rows = new float[words.length][];
      for (int row = 0; row < words.length; row++) {
        rows[row] = texts.get(row).read(new int[] {words[row]})[0];
      }
      return rows;
    }

    @Override
    public void keep(int[] from) {
      texts = Arrays.stream(from).mapToObj(row -> texts.get(row).copies(0, 1)).toList();
    }

    @Override
    public Continuation copies(int row, int count) {
      var copies = new ArrayList<Continuation>();
      for (int copy = 0; copy < count; copy++) {
        copies.add(texts.get(row).copies(0, 1));
      }
      return new Texts(copies);
    }
  }
}
