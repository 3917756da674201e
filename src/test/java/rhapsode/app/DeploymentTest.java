package rhapsode.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the image, the compose file and the unit promise of themselves. */
class DeploymentTest {
  private static final Path COMPOSE = Path.of("docker-compose.yml");
  private static final Path DOCKERFILE = Path.of("src", "main", "docker", "Dockerfile");
  private static final Path SCRIPT = Path.of("src", "main", "sh", "rhapsode");
  private static final Path UNIT = Path.of("docs", "rhapsode.service");
  private static final Pattern EXACT = Pattern.compile("[a-z/.-]+:v?\\d+\\.\\d+(\\.\\d+)?\\S*");
  private static final Pattern NOT_ROOT = Pattern.compile("[1-9]\\d*:\\d+");

  private static Map<String, Object> compose() throws IOException {
    return map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(COMPOSE)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object yaml) {
    return (Map<String, Object>) yaml;
  }

  /** Services by name, with what they share merged in. */
  private static Map<String, Map<String, Object>> services() throws IOException {
    var services = new TreeMap<String, Map<String, Object>>();
    map(compose().get("services"))
        .forEach(
            (name, value) -> {
              var service = new HashMap<>(map(map(value).getOrDefault("<<", Map.of())));
              service.putAll(map(value));
              services.put(name, service);
            });
    return services;
  }

  private static List<String> list(Object yaml) {
    return yaml == null ? List.of() : ((List<?>) yaml).stream().map(String::valueOf).toList();
  }

  /** Instructions with their continued lines joined. */
  private static List<String> dockerfile() throws IOException {
    return Files.readString(DOCKERFILE)
        .replaceAll("(?m)^#.*\n", "")
        .replaceAll("\\\\\n\\s*", "")
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static String last(String instruction) throws IOException {
    return dockerfile().stream()
        .filter(line -> line.startsWith(instruction + " "))
        .reduce((before, after) -> after)
        .orElseThrow()
        .substring(instruction.length() + 1);
  }

  @Test
  void everyServiceHasTheLeastPrivileges() throws IOException {
    assertEquals(4, services().size());
    services()
        .forEach(
            (name, service) -> {
              assertTrue(NOT_ROOT.matcher("" + service.get("user")).matches(), name);
              assertEquals(true, service.get("read_only"), name);
              assertEquals(List.of("ALL"), list(service.get("cap_drop")), name);
              assertEquals(
                  List.of("no-new-privileges:true"), list(service.get("security_opt")), name);
              assertEquals(0, map(service.get("ulimits")).get("core"), name);
              for (String key : List.of("mem_limit", "pids_limit", "restart", "logging")) {
                assertTrue(service.containsKey(key), name + " " + key);
              }
              for (String key :
                  List.of("privileged", "cap_add", "devices", "pid", "network_mode")) {
                assertFalse(service.containsKey(key), name + " " + key);
              }
            });
  }

  @Test
  void nothingIsWritableButVolumesAndTmp() throws IOException {
    for (Map<String, Object> service : services().values()) {
      for (String mount : list(service.get("volumes"))) {
        assertFalse(mount.contains("docker.sock"), mount);
        assertTrue(!mount.startsWith(".") || mount.endsWith(":ro"), mount);
      }
      for (String mount : list(service.get("tmpfs"))) {
        assertFalse(mount.matches(".*\\b(exec|suid|dev)\\b.*"), mount);
      }
    }
  }

  @Test
  void whatIsMountedIsThere() throws IOException {
    assumeTrue(Files.exists(Path.of("config", "monitoring")), "monitoring is configured");
    for (Map<String, Object> service : services().values()) {
      for (String mount : list(service.get("volumes"))) {
        Path source = Path.of(mount.split(":")[0]);
        assertTrue(!mount.startsWith(".") || Files.exists(source), mount);
      }
    }
  }

  @Test
  void theImageLetsTheSecondCompilerWaitAsTheScriptDoes() throws IOException {
    String image = Files.readString(DOCKERFILE);
    List<String> flags =
        Pattern.compile("-XX:Tier4\\w+=\\d+")
            .matcher(Files.readString(SCRIPT))
            .results()
            .map(MatchResult::group)
            .toList();
    assertEquals(4, flags.size());
    flags.forEach(flag -> assertTrue(image.contains('"' + flag + '"'), flag));
  }

  @Test
  void portsAreOpenToThisMachineOnly() throws IOException {
    for (Map<String, Object> service : services().values()) {
      for (String port : list(service.get("ports"))) {
        assertTrue(port.startsWith("127.0.0.1:"), port);
      }
    }
  }

  @Test
  void imagesHaveExactVersions() throws IOException {
    var images = new ArrayList<String>();
    services().values().forEach(service -> images.add("" + service.get("image")));
    for (String line : dockerfile()) {
      if (line.matches("ARG \\w+_IMAGE=.*")) {
        images.add(line.substring(line.indexOf('=') + 1));
      } else if (line.startsWith("FROM ")) {
        assertTrue(line.matches("FROM \\$\\{\\w+_IMAGE}( AS build)?"), line);
      }
    }
    assertEquals(6, images.size(), images.toString());
    images.forEach(image -> assertTrue(EXACT.matcher(image).matches(), image));
  }

  @Test
  void noSecretStandsInTheFilesOrTheImage() throws IOException {
    Pattern secret = Pattern.compile(".*(TOKEN|PASSWORD|SECRET|_KEY).*");
    for (Map<String, Object> service : services().values()) {
      map(service.getOrDefault("environment", Map.of()))
          .forEach(
              (name, value) -> {
                if (secret.matcher(name).matches()) {
                  assertTrue(("" + value).matches("\\$\\{\\w+:-}"), name);
                }
              });
    }
    for (String line : dockerfile()) {
      assertFalse(line.matches("(ARG|ENV) .*") && secret.matcher(line).matches(), line);
    }
    for (String line : Files.readAllLines(Path.of(".env.example"))) {
      assertFalse(secret.matcher(line).matches() && line.matches("[^#=]*=.+"), line);
    }
    assertTrue(Files.readAllLines(Path.of(".gitignore")).contains(".env"));
    assertFalse(copied().stream().anyMatch(source -> source.startsWith(".env")));
  }

  /** What is copied from the repository into the image or its build. */
  private static List<String> copied() throws IOException {
    var sources = new ArrayList<String>();
    for (String line : dockerfile()) {
      if (line.startsWith("COPY ") && !line.contains("--from")) {
        List<String> words = List.of(line.split(" "));
        sources.addAll(words.subList(1, words.size() - 1));
      }
    }
    return sources;
  }

  @Test
  void whatIsCopiedIsThereAndNotIgnored() throws IOException {
    assertTrue(copied().size() > 5);
    List<String> ignored =
        Files.readAllLines(Path.of(".dockerignore")).stream()
            .filter(line -> line.matches("[a-z*].*[a-z].*"))
            .toList();
    for (String source : copied()) {
      try (Stream<Path> files = Files.walk(Path.of(source))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          for (String glob : ignored) {
            var matcher = file.getFileSystem().getPathMatcher("glob:" + glob);
            assertFalse(matcher.matches(file), file + " is ignored by " + glob);
          }
        }
      }
    }
  }

  @Test
  void theImageRunsAsAUserWhoseVolumeItIs() throws IOException {
    Map<String, Object> service = services().get("rhapsode");
    String user = last("USER");
    assertTrue(NOT_ROOT.matcher(user).matches(), user);
    assertEquals(user, service.get("user"));
    String volume = last("VOLUME");
    String id = user.split(":")[0];
    String made = "install -d -o %s -g %s -m 0700 %s".formatted(id, id, volume);
    assertTrue(dockerfile().stream().anyMatch(line -> line.contains(made)), made);
    assertTrue(list(service.get("volumes")).contains("data:" + volume));
    assertEquals(volume, last("WORKDIR") + "/data", "where data.folder leads by default");
    List<String> afterwards =
        dockerfile().subList(dockerfile().indexOf("USER " + user), dockerfile().size());
    assertFalse(afterwards.stream().anyMatch(line -> line.matches("(RUN|COPY|ADD) .*")));
  }

  @Test
  void noMemoryIsWrittenToTheDisk() throws IOException {
    for (String start : List.of(last("ENTRYPOINT"), Files.readString(UNIT))) {
      assertTrue(start.contains("-XX:-HeapDumpOnOutOfMemoryError"), start);
      assertTrue(start.contains("-XX:+ExitOnOutOfMemoryError"), start);
    }
    assertTrue(Files.readString(UNIT).contains("\nLimitCORE=0\n"));
  }

  @Test
  void everyVariableOfTheComposeFileIsExplained() throws IOException {
    String example = Files.readString(Path.of(".env.example"));
    Matcher variables = Pattern.compile("\\$\\{(\\w+)").matcher(Files.readString(COMPOSE));
    while (variables.find()) {
      assertTrue(example.contains(variables.group(1) + "="), variables.group(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "postgres,monitoring"})
  void composeTakesTheFileWithAndWithoutProfiles(String profiles) throws Exception {
    assumeTrue(isInstalled("docker-compose"));
    var builder =
        new ProcessBuilder("docker-compose", "-f", COMPOSE.toString(), "config", "--quiet");
    builder.environment().put("COMPOSE_PROFILES", profiles);
    assertSucceeds(builder);
  }

  @Test
  void systemdTakesTheUnit() throws Exception {
    assumeTrue(isInstalled("systemd-analyze"));
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/java")), "the unit's Java is here");
    assertSucceeds(new ProcessBuilder("systemd-analyze", "verify", UNIT.toString()));
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void assertSucceeds(ProcessBuilder command) throws Exception {
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
