package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import rhapsode.logging.LogContext;

/** The log as {@link LogConfigurator} makes it. */
class LogConfigurationTest {
  @TempDir private Path folder;

  private Path log() {
    return folder.resolve("x.log");
  }

  /** Logs a few lines with what the variables ask for. */
  private List<String> logged(Map<String, String> variables) throws Exception {
    var context = new LoggerContext();
    context.setMDCAdapter(MDC.getMDCAdapter());
    var configurator = new LogConfigurator(LogChoice.of(variables, log()));
    configurator.setContext(context);
    configurator.configure(context);
    var logger = context.getLogger("rhapsode.chat.Router");
    logger.debug("a detail");
    logger.info("before {}", "all");
    LogContext.of("k3m9x2pq")
        .run(() -> logger.error("said \"so\"\n\t\u0001é", new IllegalStateException("why\n?")));
    logger.info("after");
    for (String library : List.of("okhttp3", "net.dv8tion.jda", "org.telegram.telegrambots")) {
      context.getLogger(library).debug("GET /bot123:secret");
    }
    context.stop();
    return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
  }

  @Test
  void plainLinesHaveTheRequestAfterTheThread() throws Exception {
    List<String> lines = logged(Map.of());
    assertTrue(
        lines.get(0).matches("20\\S+ INFO  rhapsode.chat.Router \\[.*] - before all"),
        lines.get(0));
    assertTrue(lines.get(1).contains("] k3m9x2pq said \"so\""), lines.get(1));
    assertTrue(String.join("\n", lines).contains("java.lang.IllegalStateException: why"));
  }

  @Test
  void jsonIsOneObjectALine() throws Exception {
    List<String> lines = logged(Map.of(LogChoice.FORMAT, "json", LogChoice.LEVEL, "debug"));
    assertEquals(4, lines.size(), lines.toString());
    var json = new ObjectMapper();
    JsonNode info = json.readTree(lines.get(1));
    assertEquals("before all", info.get("formattedMessage").asText());
    assertEquals("INFO", info.get("level").asText());
    assertEquals("rhapsode.chat.Router", info.get("loggerName").asText());
    assertTrue(info.get("timestamp").asLong() > 1_700_000_000_000L, lines.get(1));
    assertFalse(info.get("mdc").has("request"));
    JsonNode error = json.readTree(lines.get(2));
    assertEquals("k3m9x2pq", error.get("mdc").get("request").asText());
    assertEquals("said \"so\"\n\t\u0001é", error.get("formattedMessage").asText());
    assertEquals("why\n?", error.get("throwable").get("message").asText());
    assertTrue(error.get("throwable").get("stepArray").size() > 5, lines.get(2));
    assertEquals("after", json.readTree(lines.get(3)).get("formattedMessage").asText());
  }

  @Test
  void librariesThatLogTokensStayQuiet() throws Exception {
    List<String> lines = logged(Map.of(LogChoice.LEVEL, "trace"));
    assertTrue(lines.get(0).endsWith(" a detail"), lines.get(0));
    assertFalse(String.join("\n", lines).contains("secret"));
  }

  @Test
  void lessCanBeAskedFor() throws Exception {
    List<String> lines = logged(Map.of(LogChoice.FORMAT, "json", LogChoice.LEVEL, "warn"));
    assertEquals(1, lines.size(), lines.toString());
  }

  @Test
  void onStandardErrorThereIsNoFile() throws Exception {
    assertEquals(List.of(), logged(Map.of(LogChoice.TO, "stderr", LogChoice.LEVEL, "ERROR")));
    assertFalse(Files.exists(log()));
  }

  @ParameterizedTest
  @CsvSource({
    "RHAPSODE_LOG_TO,stdout,'file, stderr'",
    "RHAPSODE_LOG_FORMAT,JSON,'plain, json'",
    "RHAPSODE_LOG_LEVEL,loud,'error, warn, info, debug, trace'"
  })
  void whatIsChosenWronglyIsNamed(String variable, String value, String values) {
    assertEquals(
        Optional.of(
            "The variable %s has to be one of %s, not '%s'.".formatted(variable, values, value)),
        LogChoice.fault(Map.of(variable, value)));
  }

  @Test
  void whatIsSetToNothingCountsAsNotSet() {
    Map<String, String> nothing = Map.of(LogChoice.FORMAT, "", LogChoice.TO, " ");
    assertEquals(Optional.empty(), LogChoice.fault(nothing));
    assertEquals(new LogChoice(Optional.of(log()), false, "info"), LogChoice.of(nothing, log()));
    assertEquals(
        Optional.empty(), LogChoice.fault(Map.of(LogChoice.TO, "stderr", LogChoice.LEVEL, "WARN")));
  }

  @Test
  void aProcessFindsIt() {
    assertTrue(
        ServiceLoader.load(Configurator.class).stream()
            .anyMatch(provider -> provider.type() == LogConfigurator.class));
  }
}
