package rhapsode.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import rhapsode.poem.FormProof.LineProof;
import rhapsode.poem.FormProof.Partner;
import rhapsode.poem.Metre;

/** The proof of a line as JSON: a contract that other tools rely on. Lines are counted from 1. */
final class ProofJson {
  private ProofJson() {}

  static Map<String, @Nullable Object> of(LineProof line) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("syllables", line.syllables());
    json.put("syllables_asked", line.asked().isPresent() ? line.asked().getAsInt() : null);
    json.put("stresses", line.stresses());
    json.put("metre", line.metre().map(Metre::pattern).orElse(null));
    json.put("metrical", line.metrical());
    json.put("end_word", line.endWord());
    json.put("rhyme", line.shape().rhymes() ? String.valueOf(line.shape().rhyme()) : null);
    json.put("rhymes_with", line.partners().stream().map(ProofJson::of).toList());
    json.put("initial_asked", letter(line.initial()));
    json.put("begins", line.begins());
    json.put("holds", line.holds());
    return json;
  }

  private static Map<String, Object> of(Partner partner) {
    var json = new LinkedHashMap<String, Object>();
    json.put("line", partner.line() + 1);
    json.put("end_word", partner.endWord());
    json.put("kind", partner.kind().name().toLowerCase(Locale.ROOT));
    return json;
  }

  private static @Nullable String letter(OptionalInt codePoint) {
    return codePoint.isPresent() ? Character.toString(codePoint.getAsInt()) : null;
  }
}
