package rhapsode.learning;

/**
 * Who works at a school.
 *
 * @param tutor makes models
 * @param examiner has them write
 * @param stage where the one in service stands
 * @param courier takes models to other processes
 */
public record Faculty(Tutor tutor, Examiner examiner, Stage stage, Courier courier) {
  /** One whose models nobody else fetches. */
  public Faculty(Tutor tutor, Examiner examiner, Stage stage) {
    this(tutor, examiner, stage, Courier.NONE);
  }
}
