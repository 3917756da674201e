package rhapsode.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rhapsode.app.doctor.Check;
import rhapsode.app.doctor.ClockCheck;
import rhapsode.app.doctor.ClockCheck.Event;
import rhapsode.app.doctor.Connector;
import rhapsode.app.doctor.DatabaseCheck;
import rhapsode.app.doctor.DatabaseState;
import rhapsode.app.doctor.DiskSpaceCheck;
import rhapsode.app.doctor.EndpointsCheck;
import rhapsode.app.doctor.EndpointsCheck.Endpoint;
import rhapsode.app.doctor.FolderCheck;
import rhapsode.app.doctor.MemoryCheck;
import rhapsode.app.doctor.ModelCheck;
import rhapsode.app.doctor.MonitoringPortCheck;
import rhapsode.app.doctor.OwnersCheck;
import rhapsode.app.doctor.PicturesCheck;
import rhapsode.app.doctor.ProcessorsCheck;
import rhapsode.app.doctor.RefusedWordsCheck;
import rhapsode.app.doctor.TokenCheck;
import rhapsode.app.doctor.WebhookCheck;
import rhapsode.card.PoemCards;
import rhapsode.discord.Token;
import rhapsode.monitoring.Address;
import rhapsode.network.ModelException;
import rhapsode.network.ModelFolder;
import rhapsode.store.Inspection;
import rhapsode.telegram.BotToken;
import rhapsode.telegram.TelegramSettings;
import rhapsode.yaml.YamlException;

/**
 * What a doctor looks at where the bot runs with these settings.
 *
 * @param offline whether nobody is to be called
 * @param built when this program was; empty where that cannot be told
 */
record Checklist(
    Settings settings,
    Map<String, String> environment,
    boolean offline,
    InstantSource clock,
    Optional<Instant> built) {
  private static final String DISCORD_API = "https://discord.com/";
  private static final String DISCORD_GATEWAY = "wss://gateway.discord.gg/";

  /** All checks, in the order in which a start would meet their faults. */
  List<Check> checks() {
    Path data = settings.data().folder();
    DatabaseState database = database();
    var checks = new ArrayList<Check>();
    checks.add(new FolderCheck("data folder", key("data", "folder"), data));
    checks.add(DiskSpaceCheck.of(data));
    checks.add(new DatabaseCheck(database));
    if (settings.backups().timetable().isPresent()) {
      checks.add(
          new FolderCheck("backups folder", key("backups", "folder"), settings.backups().folder()));
    }
    checks.add(new RefusedWordsCheck(() -> HouseRules.words(settings.community().refusedWords())));
    Address watched = settings.monitoring().orElse(new Address(Address.LOOPBACK, 0));
    checks.add(new MonitoringPortCheck(watched.host(), watched.port()));
    checks.addAll(models(database));
    checks.add(new PicturesCheck(PoemCards::load));
    checks.add(MemoryCheck.here());
    checks.add(
        new ProcessorsCheck(
            Runtime.getRuntime().availableProcessors(), settings.models().threads()));
    checks.add(new ClockCheck(clock.instant(), ZoneId.systemDefault(), past(database)));
    checks.addAll(discord());
    checks.addAll(telegram());
    return checks;
  }

  private DatabaseState database() {
    try {
      return DatabaseState.of(settings.database(environment));
    } catch (YamlException e) {
      return new DatabaseState.Unusable(String.valueOf(e.getMessage()));
    }
  }

  private List<Check> models(DatabaseState database) {
    var trial = new CoupletTrial(clock, settings.models().threads());
    var models = new ArrayList<Check>();
    models.add(new ModelCheck("base model", this::base, false, trial));
    modelInService(database)
        .ifPresent(
            folder -> models.add(new ModelCheck("model in service", () -> folder, true, trial)));
    return models;
  }

  private Path base() {
    return ModelFolders.apart(Home.baseModel(settings.models().base()), settings.taught()).base();
  }

  private Optional<Path> modelInService(DatabaseState database) {
    return database.contents().flatMap(Inspection::model).map(settings.taught()::resolve);
  }

  private List<Event> past(DatabaseState database) {
    Optional<Instant> newest = database.contents().flatMap(Inspection::newest);
    return Stream.of(
            built.map(at -> new Event("this program was built", at)),
            trainedAt().map(at -> new Event("the base model was trained", at)),
            newest.map(at -> new Event("the newest row of the database was written", at)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Instant> trainedAt() {
    try {
      return new ModelFolder(base()).trainedAt();
    } catch (ModelException e) {
      return Optional.empty(); // The check of the model says so.
    }
  }

  private List<Check> discord() {
    var discord = settings.discord();
    boolean token = isThere(Platforms.DISCORD_TOKEN, discord.tokenFile());
    return List.of(
        token("Discord token", Platforms.DISCORD_TOKEN, discord.tokenFile(), Token::new),
        new OwnersCheck(
            "Discord owners", token, discord.staff().owners().size(), key("discord", "owners")),
        new EndpointsCheck(
            "Discord network",
            token,
            offline,
            List.of(
                endpoint("api-url", discord.apiUrl(), DISCORD_API),
                endpoint("gateway-url", discord.gatewayUrl(), DISCORD_GATEWAY)),
            Connector.TCP));
  }

  private List<Check> telegram() {
    var telegram = settings.telegram();
    boolean token = isThere(Platforms.TELEGRAM_TOKEN, telegram.tokenFile());
    return List.of(
        token("Telegram token", Platforms.TELEGRAM_TOKEN, telegram.tokenFile(), BotToken::new),
        new OwnersCheck(
            "Telegram owners", token, telegram.staff().owners().size(), key("telegram", "owners")),
        new EndpointsCheck(
            "Telegram network",
            token,
            offline,
            List.of(new Endpoint(key("telegram", "api-url"), telegram.apiUrl().toString())),
            Connector.TCP),
        new WebhookCheck(
            token, telegram.webhook(), !telegram.apiUrl().equals(TelegramSettings.PUBLIC_API)));
  }

  private static Endpoint endpoint(String key, String url, String usual) {
    return new Endpoint(key("discord", key), url.isEmpty() ? usual : url);
  }

  private static String key(String section, String key) {
    return section + "." + key;
  }

  private Check token(String name, String variable, Optional<Path> file, Consumer<String> form) {
    return new TokenCheck(
        name, variable, file, from -> Secrets.read(environment, variable, from), form);
  }

  /** A token that cannot be read is one that was meant to be there. */
  private boolean isThere(String variable, Optional<Path> file) {
    try {
      return Secrets.read(environment, variable, file).isPresent();
    } catch (UncheckedIOException e) {
      return true;
    }
  }
}
