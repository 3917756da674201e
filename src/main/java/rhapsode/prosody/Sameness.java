package rhapsode.prosody;

import static rhapsode.prosody.Phoneme.AH;
import static rhapsode.prosody.Phoneme.AW;
import static rhapsode.prosody.Phoneme.AY;
import static rhapsode.prosody.Phoneme.EH;
import static rhapsode.prosody.Phoneme.ER;
import static rhapsode.prosody.Phoneme.EY;
import static rhapsode.prosody.Phoneme.IH;
import static rhapsode.prosody.Phoneme.IY;
import static rhapsode.prosody.Phoneme.R;
import static rhapsode.prosody.Phoneme.UH;
import static rhapsode.prosody.Phoneme.UW;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes sounds so that what sounds the same is written the same. Lexicons waver between two
 * spellings of one sound: the weak vowel of {@code parted} (IH or AH), the vowel before R in {@code
 * here} (IY or IH) and {@code poor} (UW or UH), and {@code fire} with or without a second syllable.
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
    if (next == R) {
      return beforeR(phoneme);
    }
    return weak && phoneme == IH ? AH : phoneme;
  }

  private static Phoneme beforeR(Phoneme vowel) {
    return switch (vowel) {
      case IY -> IH;
      case UW -> UH;
      case EY -> EH;
      default -> vowel;
    };
  }
}
