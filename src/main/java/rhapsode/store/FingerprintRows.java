package rhapsode.store;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import rhapsode.community.Fingerprint;

/**
 * How fingerprints stand in {@code poem_fingerprint}, and their salt in {@code fingerprint_salt}.
 */
final class FingerprintRows {
  static final String SALT = "select salt from fingerprint_salt";

  private static final int SALT_BYTES = 16;

  private FingerprintRows() {}

  /** Keeps what a poem is recognised by. */
  static void insert(Statements on, long poem, String text) throws SQLException {
    String salt = on.list(row -> row.getString("salt"), SALT).get(0);
    List<Object[]> rows =
        Fingerprint.of(text, salt).shingles().stream()
            .map(shingle -> new Object[] {poem, shingle})
            .toList();
    on.each("insert into poem_fingerprint (poem_id, shingle) values (?, ?)", rows);
  }

  /** Draws the salt of all fingerprints, if that was not done before. */
  static void drawSalt(Statements on) throws SQLException {
    if (on.list(row -> row.getString("salt"), SALT).isEmpty()) {
      var bytes = new byte[SALT_BYTES];
      new SecureRandom().nextBytes(bytes);
      String salt = HexFormat.of().formatHex(bytes);
      on.update("insert into fingerprint_salt (id, salt) values (1, ?)", salt);
    }
  }

  /** As many placeholders as there are values, for a list of them. */
  static String placeholders(int values) {
    return String.join(", ", Collections.nCopies(values, "?"));
  }
}
