package rhapsode.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Whether there is a token that can be one, and nobody else can read its file. Nothing of it is
 * shown.
 *
 * @param variable of the environment that it may be in
 * @param file that it may be in otherwise
 * @param token reads it as the bot does, from the environment or from a file
 * @param form throws IllegalArgumentException, with a sentence that does not repeat it, if a text
 *     can be no token
 */
public record TokenCheck(
    String name,
    String variable,
    Optional<Path> file,
    Function<Optional<Path>, Optional<String>> token,
    Consumer<String> form)
    implements Check {
  @Override
  public Finding look() {
    boolean given = token.apply(Optional.empty()).isPresent();
    Optional<Path> source = given ? Optional.empty() : file;
    String place = source.map(path -> "file " + path).orElse("variable " + variable);
    try {
      Optional<String> found = token.apply(source);
      if (found.isPresent()) {
        form.accept(found.get());
        return sound(source, place);
      }
      return source.isPresent() ? empty(place) : Finding.off(name, "There is none.");
    } catch (UncheckedIOException e) {
      return Finding.fault(
          name,
          "The " + place + " cannot be read.",
          "Give the user that runs the bot the right to read it, or take the setting out.");
    } catch (IllegalArgumentException e) {
      return Finding.fault(
          name,
          "What the " + place + " holds is no token: " + e.getMessage() + ".",
          "Copy it once more from where it was given out.");
    }
  }

  private Finding empty(String place) {
    return Finding.warning(
        name, "The " + place + " is empty.", "Write the token into it, or take the setting out.");
  }

  private Finding sound(Optional<Path> source, String place) {
    if (source.map(TokenCheck::isReadByOthers).orElse(false)) {
      return Finding.warning(
          name,
          "Everybody on this machine may read the " + place + ".",
          "Let nobody but the bot's user read it: chmod o-rwx " + source.get() + ".");
    }
    return Finding.ok(name, "It is in the " + place + ".");
  }

  private static boolean isReadByOthers(Path file) {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (UnsupportedOperationException e) {
      return false; // This system has other rights, and we do not know them.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
