package rhapsode.app.doctor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static rhapsode.app.doctor.Looks.finds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.telegram.BotToken;

class TokenCheckTest {
  private static final String TOKEN = "123456:abcdefghijklmnopqrstuvwxyz";

  @TempDir Path folder;

  /** With nothing in the environment but this, where it is not empty. */
  private static TokenCheck check(String environment, Optional<Path> file) {
    return new TokenCheck(
        "token",
        "TOKEN",
        file,
        from ->
            Optional.of(environment)
                .filter(text -> !text.isEmpty())
                .or(() -> from.map(TokenCheckTest::read).filter(text -> !text.isEmpty())),
        BotToken::new);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String content, String permissions) throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = Files.writeString(folder.resolve("token"), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void withoutAnyThePlatformIsOff() {
    finds(State.OFF, check("", Optional.empty()), "There is none.");
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws IOException {
    Path open = file("no token", "rw-r--r--");
    finds(State.OK, check(TOKEN, Optional.of(open)), "variable TOKEN");
  }

  @Test
  void aFileThatNobodyElseReadsIsFine() throws IOException {
    finds(State.OK, check("", Optional.of(file(TOKEN, "rw-------"))), "file " + folder);
  }

  @Test
  void aFileThatEverybodyReadsIsAWarning() throws IOException {
    finds(
        State.WARNING,
        check("", Optional.of(file(TOKEN, "rw-r--r--"))),
        "Everybody on this machine",
        "chmod o-rwx " + folder);
  }

  @Test
  void anEmptyFileIsAWarningAndNoneAFault() throws IOException {
    finds(State.WARNING, check("", Optional.of(file("", "rw-------"))), "is empty");
    finds(State.FAULT, check("", Optional.of(folder.resolve("none"))), "cannot be read");
  }

  @Test
  void whatIsNoTokenIsAFaultAndNotShown() {
    TokenCheck wrong = check("123456:tooshort", Optional.empty());
    finds(State.FAULT, wrong, "a Telegram token is a number, a colon and");
    assertFalse(wrong.look().toString().contains("tooshort"));
    assertFalse(check(TOKEN, Optional.empty()).look().toString().contains("123456"));
    assertFalse(check(TOKEN, Optional.empty()).toString().contains("123456"));
  }
}
