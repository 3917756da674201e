package rhapsode.prosody;

/**
 * The sounds of American English, in the letters of ARPAbet. There is no schwa of its own: as in
 * CMU's dictionary it is an unstressed {@link #AH}.
 */
public enum Phoneme {
  AA(Manner.VOWEL, true),
  AE(Manner.VOWEL, true),
  AH(Manner.VOWEL, true),
  AO(Manner.VOWEL, true),
  AW(Manner.VOWEL, true),
  AY(Manner.VOWEL, true),
  EH(Manner.VOWEL, true),
  ER(Manner.VOWEL, true),
  EY(Manner.VOWEL, true),
  IH(Manner.VOWEL, true),
  IY(Manner.VOWEL, true),
  OW(Manner.VOWEL, true),
  OY(Manner.VOWEL, true),
  UH(Manner.VOWEL, true),
  UW(Manner.VOWEL, true),
  B(Manner.STOP, true),
  CH(Manner.AFFRICATE, false),
  D(Manner.STOP, true),
  DH(Manner.FRICATIVE, true),
  F(Manner.FRICATIVE, false),
  G(Manner.STOP, true),
  HH(Manner.FRICATIVE, false),
  JH(Manner.AFFRICATE, true),
  K(Manner.STOP, false),
  L(Manner.LIQUID, true),
  M(Manner.NASAL, true),
  N(Manner.NASAL, true),
  NG(Manner.NASAL, true),
  P(Manner.STOP, false),
  R(Manner.LIQUID, true),
  S(Manner.FRICATIVE, false),
  SH(Manner.FRICATIVE, false),
  T(Manner.STOP, false),
  TH(Manner.FRICATIVE, false),
  V(Manner.FRICATIVE, true),
  W(Manner.GLIDE, true),
  Y(Manner.GLIDE, true),
  Z(Manner.FRICATIVE, true),
  ZH(Manner.FRICATIVE, true);

  /** How the breath is shaped. */
  enum Manner {
    VOWEL,
    STOP,
    AFFRICATE,
    FRICATIVE,
    NASAL,
    LIQUID,
    GLIDE
  }

  private final Manner manner;
  private final boolean voiced;

  Phoneme(Manner manner, boolean voiced) {
    this.manner = manner;
    this.voiced = voiced;
  }

  /** Whether this sound is the heart of a syllable. */
  public boolean vowel() {
    return manner == Manner.VOWEL;
  }

  boolean voiced() {
    return voiced;
  }

  Manner manner() {
    return manner;
  }

  /** A hiss, after which a plural takes a syllable of its own: {@code roses}, {@code churches}. */
  boolean sibilant() {
    return switch (this) {
      case S, Z, SH, ZH, CH, JH -> true;
      default -> false;
    };
  }
}
