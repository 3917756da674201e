package rhapsode.store;

/** What only one at a time may change, over all processes; each is a row of the table latch. */
enum Latch {
  LIKES,
  MODELS,
  STANDINGS
}
