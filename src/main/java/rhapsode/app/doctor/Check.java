package rhapsode.app.doctor;

/** Looks at one thing that the bot needs, and leaves it as it is. */
public interface Check {
  /** What is looked at, in a word or two. */
  String name();

  /** Looks. What it throws is a fault too, but one that it has no sentence for. */
  Finding look();
}
