package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that commands would write a model to, and what was in them. */
class DestinationTest {
  @TempDir private Path folder;
  private Path base;

  @BeforeEach
  void lay() throws IOException {
    base = model("models/base");
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "name: x\nlayers: [");
  }

  private Path model(String name) throws IOException {
    return file(name + "/manifest.json").getParent();
  }

  /** What a command says; none of these comes so far as to write. */
  private String tune(Path out) throws IOException {
    return run("tune", "--base", base, "--poems", file("poems.txt"), "--out", out);
  }

  private String train(Path out) throws IOException {
    Path text = file("poems.txt");
    return run("train", "--network", text, "--corpus", text, "--parent", base, "--out", out);
  }

  private static String run(Object... arguments) {
    var err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    RhapsodeCommand.commandLine().setErr(new PrintWriter(err, true)).execute(words);
    return err.toString();
  }

  @Test
  void whatIsNoModelStays() throws IOException {
    Path kept = file("diary/today.txt");
    Path weights = file("diary/network-1.zip");
    for (Path out : new Path[] {kept.getParent(), kept}) {
      String sentence = "--out " + out + " has something in it that is no model";
      assertTrue(tune(out).startsWith(sentence), out + ": " + tune(out));
      assertTrue(train(out).startsWith(sentence), out + ": " + train(out));
    }
    assertTrue(Files.exists(kept) && Files.exists(weights));
  }

  @Test
  void theModelThatIsLearnedFromStays() throws IOException {
    Path around = model("models");
    Path link = Files.createSymbolicLink(folder.resolve("link"), base);
    for (Path out : new Path[] {base, around, link, folder}) {
      String sentence = "--out " + out + " is or holds the model that is learned from";
      assertTrue(tune(out).startsWith(sentence), out + ": " + tune(out));
      assertTrue(train(out).startsWith(sentence), out + ": " + train(out));
    }
    assertTrue(Files.exists(base.resolve("manifest.json")));
  }

  @Test
  void newFoldersModelsAndWhatWasBrokenOffMayBeWrittenTo() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path broken = file("broken/checkpoint.zip").getParent();
    for (Path out : new Path[] {folder.resolve("new"), empty, broken, model("models/old")}) {
      assertFalse(train(out).startsWith("--out"), train(out));
    }
  }
}
