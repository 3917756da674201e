package rhapsode.app;

import java.util.LinkedHashMap;
import java.util.Map;
import rhapsode.language.Score;
import rhapsode.learning.Tutor.Comparison;
import rhapsode.learning.Tutor.Judgement;
import rhapsode.network.Epoch;
import rhapsode.network.TrainingReport;
import rhapsode.poem.Line;
import rhapsode.poem.Poem;
import rhapsode.poet.Outcome;

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
    json.put("epochs", report.epochs().stream().map(Json::of).toList());
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

  static Map<String, Object> of(Judgement judgement) {
    var json = new LinkedHashMap<String, Object>();
    json.put("held_out", of(judgement.community()));
    json.put("base_text", of(judgement.base()));
    json.put("strength", judgement.strength());
    json.put("curve", judgement.curve());
    return json;
  }

  private static Map<String, Object> of(Comparison on) {
    var json = new LinkedHashMap<String, Object>();
    json.put("words", on.words());
    if (on.words() > 0) {
      json.put("before", on.before());
      json.put("after", on.after());
    }
    return json;
  }

  static Map<String, Object> of(Outcome.Written written) {
    Poem poem = written.poem();
    var json = new LinkedHashMap<String, Object>();
    json.put("seed", poem.seed());
    json.put("form", poem.form().name());
    json.put("text", poem.text());
    json.put("lines", poem.lines().stream().map(Line::text).toList());
    json.put("holds", poem.proof().holds());
    json.put("proof", poem.proof().lines().stream().map(ProofJson::of).toList());
    json.put("model", poem.model());
    json.put("milliseconds", written.took().toMillis());
    return json;
  }

  private static Map<String, Object> of(Epoch epoch) {
    var json = new LinkedHashMap<String, Object>();
    json.put("train", figures(epoch.train()));
    json.put("valid", figures(epoch.valid()));
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
