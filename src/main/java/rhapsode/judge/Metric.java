package rhapsode.judge;

/** Marks one poem. Implementations are pure. */
@FunctionalInterface
interface Metric {
  /** The poem's part in the share; {@link Tally#NONE} if the question does not arise. */
  Tally of(Exhibit poem);
}
