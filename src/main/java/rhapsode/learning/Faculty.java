package rhapsode.learning;

/**
 * Who works at a school.
 *
 * @param tutor makes models
 * @param examiner has them write
 * @param stage where the one in service stands
 */
public record Faculty(Tutor tutor, Examiner examiner, Stage stage) {}
