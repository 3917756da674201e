package rhapsode.app.doctor;

/**
 * Whether somebody may do on a platform what only owners may.
 *
 * @param token whether there is a token
 * @param owners how many there are
 * @param setting where they are written
 */
public record OwnersCheck(String name, boolean token, int owners, String setting) implements Check {
  @Override
  public Finding look() {
    if (!token) {
      return Finding.off(name, "Without a token there is nothing to own.");
    }
    if (owners == 0) {
      return Finding.warning(
          name,
          "There are none, so nobody there can /retrain.",
          "Write your id as " + setting + " into the settings.");
    }
    return Finding.ok(name, owners == 1 ? "There is one." : "There are " + owners + ".");
  }
}
