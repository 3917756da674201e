package rhapsode.judge;

/**
 * A figure of a set of poems, with the interval that holds it at 95 %.
 *
 * @param poems how many poems counted
 */
public record Figure(double value, double low, double high, int poems) {}
