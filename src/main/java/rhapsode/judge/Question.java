package rhapsode.judge;

/**
 * One row of the table.
 *
 * @param key its name for programs
 * @param label its name for people, at most 30 characters
 * @param measure what answers it
 */
record Question(String key, String label, Unit unit, Measure measure) {
  static Question share(String key, String label, Metric metric) {
    return new Question(key, label, Unit.SHARE, Measure.share(metric));
  }

  static Question percent(String key, String label, Metric metric) {
    return new Question(key, label, Unit.PERCENT, Measure.share(metric));
  }

  static Question seconds(String key, String label, double quantile) {
    return new Question(key, label, Unit.SECONDS, Measure.seconds(quantile));
  }
}
