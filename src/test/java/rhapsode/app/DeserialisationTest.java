package rhapsode.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a process of its own, since what is forbidden stays so. */
@Timeout(60)
class DeserialisationTest {
  /** What a gadget is: it acts while it is read. */
  private static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      System.out.println("the gadget acted");
    }
  }

  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    Deserialisation.forbid();
    for (Object object : List.of(new Gadget(), new ArrayList<>(List.of("harmless")))) {
      var bytes = new ByteArrayOutputStream();
      try (var out = new ObjectOutputStream(bytes)) {
        out.writeObject(object);
      }
      try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        System.out.println("read " + in.readObject().getClass().getSimpleName());
      } catch (java.io.InvalidClassException e) {
        System.out.println("refused");
      }
    }
  }

  private static List<String> run(String... options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(DeserialisationTest.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
  }

  @Test
  void noObjectIsRead() throws IOException {
    assertEquals(List.of("refused", "refused"), run());
  }

  @Test
  void anOperatorsOwnFilterHolds() throws IOException {
    assertEquals(
        List.of("refused", "read ArrayList"), run("-Djdk.serialFilter=java.util.*;java.lang.*;!*"));
  }
}
