package rhapsode.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhapsode.language.Score;
import rhapsode.network.TrainingReport;

/** The JSON objects of the command line: a contract that other tools rely on. */
final class Json {
  private Json() {}

  static Map<String, Object> of(TrainingReport report) {
    var json = new LinkedHashMap<String, Object>();
    json.put("model", report.model());
    json.put("vocabulary", report.vocabulary());
    json.put("parameters", report.parameters());
    json.put("parameters_not_trained", report.parametersNotTrained());
    json.put("minutes", report.minutes());
    json.put("words_per_second", report.wordsPerSecond());
    List<Map<String, Object>> epochs =
        report.epochs().stream()
            .map(
                e ->
                    Map.<String, Object>of(
                        "train", figures(e.train()), "valid", figures(e.valid())))
            .toList();
    json.put("epochs", epochs);
    return json;
  }

  static Map<String, Object> of(Score score) {
    var json = new LinkedHashMap<String, Object>();
    json.put("perplexity", score.perplexity());
    json.put("accuracy", score.accuracy());
    json.put("tokens", score.tokens());
    json.put("unknown_share", score.unknownShare());
    return json;
  }

  private static Map<String, Object> figures(Score score) {
    var json = new LinkedHashMap<String, Object>();
    json.put("loss", score.meanLoss());
    json.put("perplexity", score.perplexity());
    json.put("accuracy", score.accuracy());
    return json;
  }
}
