package rhapsode.store;

import static rhapsode.store.Poems.ADA;
import static rhapsode.store.Poems.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.ModelVersion;

/** What tests of backups have in common: a data folder, its models, and a file. */
abstract class BackupCase {
  static final String KEY = "a-long-and-random-key";

  @TempDir Path folder;

  Path file() {
    return folder.resolve("backup.zip");
  }

  Path models() {
    return folder.resolve("data/models");
  }

  DatabaseAddress data() {
    return DatabaseAddress.folder(folder.resolve("data"));
  }

  Backup backUp(DatabaseAddress address) {
    return Backup.of(address, file(), models()::resolve, NOW);
  }

  Backup restore(DatabaseAddress to) {
    return Backup.restore(file(), to, models(), false, NOW).backup();
  }

  static SubmittedPoem add(DatabaseAddress address, String text) {
    try (Database database = Database.open(address)) {
      return Poems.add(new JdbcPoemStore(database), text);
    }
  }

  static List<SubmittedPoem> poems(DatabaseAddress address) {
    try (Database database = Database.open(address)) {
      return new JdbcPoemStore(database).byAuthor(ADA);
    }
  }

  /** Nothing may be left but the files that were asked for. */
  List<String> filesIn(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A model of this name writes the poems, and has weights. */
  Path serve(String model, String weights) throws IOException {
    try (Database database = Database.open(data())) {
      new JdbcModelHistory(database)
          .add(new ModelVersion(model, "light", NOW, 1, 9, 8, ModelVersion.State.IN_SERVICE, null));
    }
    Path file = Files.createDirectories(models().resolve(model)).resolve("weights.bin");
    return Files.writeString(file, weights);
  }
}
