package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.store.Database;
import rhapsode.store.WrongKeyException;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;

final class DatabaseSettingsTest {
  @TempDir Path folder;

  private static DatabaseSettings settings(String yaml) {
    return DatabaseSettings.of(YamlFile.parse(yaml, "settings"));
  }

  private String place(String yaml, Map<String, String> environment) {
    return settings(yaml).address(folder, environment).place();
  }

  @Test
  void withoutAnAddressItIsInTheDataFolder() {
    assertEquals("in " + folder, place("", Map.of()));
  }

  @Test
  void anAddressIsShownWithoutItsParameters() {
    assertEquals(
        "at one.example:5433/poems",
        place("url: jdbc:postgresql://one.example:5433/poems?password=x", Map.of()));
  }

  @Test
  void anotherDatabaseIsNamedByItsFolderOrItsAddress() {
    assertEquals("in " + folder, settings("").named("" + folder, Map.of()).place());
    assertEquals(
        "at one.example/poems",
        settings("").named("jdbc:postgresql://one.example/poems", Map.of()).place());
  }

  @Test
  void theKeyComesFromTheEnvironmentOrAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "a-long-and-random-key\n");
    DatabaseSettings encrypted = settings("key-file: '" + file + "'");
    Database.open(encrypted.address(folder, Map.of())).close();
    var same = Map.of(DatabaseSettings.KEY, "a-long-and-random-key");
    Database.open(settings("").address(folder, same)).close();
    assertThrows(
        WrongKeyException.class, () -> Database.open(settings("").address(folder, Map.of())));
  }

  @Test
  void whatCannotBeIsSaidWithoutSecrets() {
    refuses("url: jdbc:h2:mem:secret", Map.of(), "jdbc:postgresql://");
    refuses("", Map.of(DatabaseSettings.KEY, "secret"), "at least 16 characters");
    YamlException missing =
        assertThrows(YamlException.class, () -> place("key-file: nowhere", Map.of()));
    assertEquals(
        "The database cannot be used: the file nowhere cannot be read.", missing.getMessage());
  }

  private void refuses(String yaml, Map<String, String> environment, String says) {
    YamlException refusal = assertThrows(YamlException.class, () -> place(yaml, environment));
    assertTrue(refusal.getMessage().contains(says), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
  }
}
