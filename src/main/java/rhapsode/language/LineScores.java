package rhapsode.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How probable a model finds each line of poems, each poem from its beginning on and by itself.
 * Used by one thread.
 */
public final class LineScores {
  /** Poems read side by side. */
  private static final int ROWS = 16;

  private final LanguageModel model;

  public LineScores(LanguageModel model) {
    this.model = model;
  }

  /**
   * A line of verse.
   *
   * @param poem the number of its poem, from 0
   * @param text its words, in reading order
   * @param logProbability of its words and its end, in nats
   * @param tokens how many these are
   */
  public record LineScore(int poem, String text, double logProbability, int tokens) {}

  /** All lines, in the order of the text. Ends of stanzas and poems count to the line before. */
  public List<LineScore> of(Corpus corpus) {
    var lines = new ArrayList<LineScore>();
    for (int from = 0; from < corpus.poems().size(); from += ROWS) {
      lines.addAll(read(corpus, from, Math.min(corpus.poems().size(), from + ROWS)));
    }
    return List.copyOf(lines);
  }

  private List<LineScore> read(Corpus corpus, int from, int to) {
    int[][] ids =
        corpus.poems().subList(from, to).stream()
            .map(poem -> model.order().apply(model.vocabulary().encode(poem)))
            .toArray(int[][]::new);
    double[][] scores = scores(ids);
    var lines = new ArrayList<LineScore>();
    for (int row = 0; row < ids.length; row++) {
      lines.addAll(lines(from + row, corpus.poems().get(from + row), scores[row]));
    }
    return lines;
  }

  /** The log-probability of every token of every text; each text is read to its end. */
  private double[][] scores(int[][] ids) {
    double[][] scores =
        Arrays.stream(ids).map(text -> new double[text.length]).toArray(double[][]::new);
    int[] rows = IntStream.range(0, ids.length).toArray();
    Continuation reading = model.begin(ids.length);
    for (int at = 0; rows.length > 0; at++) {
      int place = at;
      float[][] next =
          reading.read(
              Arrays.stream(rows)
                  .map(row -> place == 0 ? Vocabulary.POEM : ids[row][place - 1])
                  .toArray());
      for (int i = 0; i < rows.length; i++) {
        scores[rows[i]][at] = next[i][ids[rows[i]][at]];
      }
      int[] now = rows;
      int[] open =
          IntStream.range(0, now.length).filter(i -> place + 1 < ids[now[i]].length).toArray();
      if (open.length < rows.length && open.length > 0) {
        reading.keep(open);
      }
      rows = Arrays.stream(open).map(i -> now[i]).toArray();
    }
    return scores;
  }

  /** Within a line the order of words and scores may differ, but not where the line lies. */
  private static List<LineScore> lines(int poem, List<String> tokens, double[] scores) {
    var lines = new ArrayList<LineScore>();
    int start = 0;
    for (int end = 1; end <= tokens.size(); end++) {
      if (end == tokens.size() || startsLine(tokens, start, end)) {
        String text =
            String.join(" ", tokens.subList(start, end).stream().filter(t -> !isEnd(t)).toList());
        double sum = Arrays.stream(scores, start, end).sum();
        lines.add(new LineScore(poem, text, sum, end - start));
        start = end;
      }
    }
    return lines;
  }

  private static boolean startsLine(List<String> tokens, int start, int at) {
    return at > start && isEnd(tokens.get(at - 1)) && !isEnd(tokens.get(at));
  }

  private static boolean isEnd(String token) {
    return token.equals(Tokens.LINE) || token.equals(Tokens.STANZA) || token.equals(Tokens.POEM);
  }
}
