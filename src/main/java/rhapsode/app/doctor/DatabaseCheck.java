package rhapsode.app.doctor;

import rhapsode.store.Inspection;

/** Whether the database opens, and is of this version. */
public record DatabaseCheck(DatabaseState state) implements Check {
  @Override
  public String name() {
    return "database";
  }

  @Override
  public Finding look() {
    if (state instanceof DatabaseState.Unusable unusable) {
      return Finding.fault(name(), "It does not open.", unusable.sentence());
    }
    if (state instanceof DatabaseState.InUse) {
      return Finding.ok(
          name(), "A running bot has it open, as it should; stop it to have it checked.");
    }
    return Finding.ok(
        name(),
        state
            .contents()
            .map(DatabaseCheck::sentence)
            .orElse("It will be made at the first start."));
  }

  private static String sentence(Inspection found) {
    return switch (found.missing()) {
      case 0 -> "It opens, and its tables are of this version.";
      case 1 -> "It opens; the next start makes one change to its tables.";
      default -> "It opens; the next start makes " + found.missing() + " changes to its tables.";
    };
  }
}
