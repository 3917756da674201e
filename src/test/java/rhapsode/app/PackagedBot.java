package rhapsode.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import rhapsode.testing.discord.FakeDiscord;
import rhapsode.testing.discord.Place;
import rhapsode.testing.telegram.FakeTelegram;

/** The program as people start it, a process of its own, on a Discord and a Telegram of ours. */
final class PackagedBot implements AutoCloseable {
  /** A few seconds, if nothing else runs. */
  private static final Duration TO_START = Duration.ofSeconds(90);

  final FakeDiscord discord = new FakeDiscord();
  final Place server = discord.server();
  final FakeTelegram telegram = new FakeTelegram();
  private final Path home;
  private String discordToken = discord.token();
  private String settings = "";
  private String telegramSettings = "";
  private List<String> javaOptions = List.of();
  private Map<String, String> environment = Map.of();
  private Process process;

  /**
   * Not started yet.
   *
   * @param home its working folder
   */
  PackagedBot(Path home) {
    this.home = home;
  }

  /**
   * A port for it that nothing listens on. Whoever asks the system for any port gets one above
   * 32,767, so that none of these is taken before it starts.
   */
  static int freePort() throws IOException {
    int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (BindException e) {
      return freePort(); // Somebody has that one.
    }
  }

  PackagedBot discordToken(String token) {
    discordToken = token;
    return this;
  }

  /** More sections of the settings. */
  PackagedBot settings(String yaml) {
    settings = yaml;
    return this;
  }

  /** More keys of Telegram's, in YAML's flow style. */
  PackagedBot telegramSettings(String yaml) {
    telegramSettings = ", " + yaml;
    return this;
  }

  /** More variables than the tokens. */
  PackagedBot environment(Map<String, String> variables) {
    environment = Map.copyOf(variables);
    return this;
  }

  PackagedBot javaOptions(List<String> options) {
    javaOptions = List.copyOf(options);
    return this;
  }

  /**
   * Starts it without a terminal, tokens in the environment, and waits until it has read its model
   * and looks for its platforms.
   */
  PackagedBot start() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("settings.yml"),
            "discord: {api-url: '%s', gateway-url: '%s'}%ntelegram: {api-url: '%s'%s}%n%s"
                .formatted(
                    discord.apiUrl(),
                    discord.gatewayUrl(),
                    telegram.apiUrl(),
                    telegramSettings,
                    settings));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", System.getProperty("rhapsode.jar")));
    command.addAll(List.of("--config", file.toString()));
    var builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(home.resolve("stdout.txt").toFile())
            .redirectError(home.resolve("stderr.txt").toFile());
    builder.environment().putAll(environment);
    builder.environment().put(Platforms.DISCORD_TOKEN, discordToken);
    builder.environment().put(Platforms.TELEGRAM_TOKEN, FakeTelegram.TOKEN);
    process = builder.start();
    process.getOutputStream().close();
    telegram.await("it starts", TO_START, () -> !telegram.calls("getMe").isEmpty());
    return this;
  }

  /** Waits until both platforms can be used. */
  PackagedBot connected() {
    discord.awaitReady(1);
    discord.awaitCommands("global");
    telegram.await("updates are fetched", () -> telegram.polls() > 0);
    return this;
  }

  long pid() {
    return process.pid();
  }

  /** Asks it to end, as a service manager does, and returns its exit status. */
  int terminate(int seconds) throws InterruptedException {
    process.toHandle().destroy();
    assertTrue(process.waitFor(seconds, TimeUnit.SECONDS), "still running after " + seconds + " s");
    return process.exitValue();
  }

  /** The log, as text. */
  String log() throws IOException {
    return Files.readString(home.resolve("data/log/rhapsode.log"));
  }

  /** What was printed. */
  String printed() throws IOException {
    return Files.readString(home.resolve("stdout.txt"))
        + Files.readString(home.resolve("stderr.txt"));
  }

  /** Files that the program wrote, what it printed among them, in which a text stands. */
  List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> data = Files.walk(home.resolve("data"))) {
      var written = new ArrayList<>(data.filter(Files::isRegularFile).toList());
      written.add(home.resolve("stdout.txt"));
      written.add(home.resolve("stderr.txt"));
      var found = new ArrayList<Path>();
      for (Path file : written) {
        // One character a byte, whatever the bytes are.
        if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
    discord.close();
    telegram.close();
  }
}
