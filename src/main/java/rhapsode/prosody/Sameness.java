package rhapsode.prosody;

import static rhapsode.prosody.Phoneme.AH;
import static rhapsode.prosody.Phoneme.AW;
import static rhapsode.prosody.Phoneme.AY;
import static rhapsode.prosody.Phoneme.ER;
import static rhapsode.prosody.Phoneme.IH;
import static rhapsode.prosody.Phoneme.R;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes sounds so that what sounds the same to any lexicon is written the same. Only two spellings
 * of one sound are merged: the weak vowel of {@code parted} (IH or AH), and {@code pow'r} with or
 * without its second syllable. Vowels that only some speakers merge stay apart, since a judge may
 * not merge them: {@code cot, caught}, and {@code here, fear} or {@code poor, pure}, which CMU's
 * newest dictionary writes with IY and IH, UW and UH.
 */
final class Sameness {
  private Sameness() {}

  /** The sounds from {@code start} on, stress left out. */
  static String of(List<Phoneme> phonemes, List<Stress> stresses, int start) {
    StringBuilder text = new StringBuilder();
    int syllable = (int) phonemes.subList(0, start).stream().filter(Phoneme::vowel).count();
    for (int i = start; i < phonemes.size(); i++) {
      Phoneme phoneme = phonemes.get(i);
      boolean weak = phoneme.vowel() && !stresses.get(syllable++).stressed() && i > start;
      Phoneme previous = i > start ? phonemes.get(i - 1) : null;
      Phoneme next = i + 1 < phonemes.size() ? phonemes.get(i + 1) : null;
      text.append(text.isEmpty() ? "" : " ").append(merge(phoneme, weak, previous, next));
    }
    return text.toString();
  }

  private static Phoneme merge(
      Phoneme phoneme, boolean weak, @Nullable Phoneme previous, @Nullable Phoneme next) {
    if (phoneme == ER && (previous == AY || previous == AW)) {
      return R;
    }
    return weak && phoneme == IH && next != R ? AH : phoneme;
  }
}
