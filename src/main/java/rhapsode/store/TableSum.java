package rhapsode.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a table and adds up their SHA-256: the same for the same rows, in whatever
 * order and of whatever database they come. Not thread-safe.
 */
final class TableSum {
  private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

  private final MessageDigest sha256 = sha256();
  private BigInteger sum = BigInteger.ZERO;
  private long rows;

  /**
   * How many rows a table has, and what they add up to.
   *
   * @param sum 64 hexadecimal digits
   */
  record Result(String table, long rows, String sum) {}

  /** Adds a row whose columns stand in an order of their names. */
  void add(List<@Nullable Object> row) {
    for (Object value : row) {
      byte[] bytes = bytes(value);
      sha256.update(ByteBuffer.allocate(4).putInt(value == null ? -1 : bytes.length).flip());
      sha256.update(bytes);
    }
    sum = sum.add(new BigInteger(1, sha256.digest())).mod(MODULUS);
    rows++;
  }

  Result of(String table) {
    byte[] bytes = sum.toByteArray();
    byte[] padded = new byte[32];
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
    return new Result(table, rows, HexFormat.of().formatHex(padded));
  }

  /** Databases differ in which whole number a column gives, so all of them are long here. */
  private static byte[] bytes(@Nullable Object value) {
    if (value == null) {
      return new byte[0];
    }
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof OffsetDateTime time) {
      return number(ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant()));
    }
    if (value instanceof Double || value instanceof Float) {
      return number(Double.doubleToLongBits(((Number) value).doubleValue()));
    }
    if (value instanceof Number whole) {
      return number(whole.longValue());
    }
    return value.toString().getBytes(UTF_8);
  }

  private static byte[] number(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
