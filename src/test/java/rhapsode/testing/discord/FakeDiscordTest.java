package rhapsode.testing.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fake itself, with the plain library on the other side. */
class FakeDiscordTest {
  private final FakeDiscord discord = new FakeDiscord();
  private final Place server = discord.server();
  private final User gus = User.named("Gus");
  private ShardManager manager;

  private static final class Echo extends ListenerAdapter {
    @Override
    public void onReady(ReadyEvent event) {
      var echo = Commands.slash("echo", "Echoes.").addOption(OptionType.STRING, "word", "?", true);
      event.getJDA().updateCommands().addCommands(echo).queue();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      String word = event.getOption("word").getAsString();
      event.deferReply(true).queue();
      event.getHook().editOriginal("@everyone " + word).queue();
    }
  }

  @BeforeEach
  void connect() {
    manager =
        DefaultShardManagerBuilder.createLight(discord.token(), List.of())
            .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
            .addEventListeners(new Echo())
            .build();
    discord.awaitReady(1);
    discord.awaitCommands("global");
  }

  @AfterEach
  void disconnect() {
    manager.shutdown();
    discord.close();
  }

  @Test
  void theRealLibraryConnectsRegistersAndAnswers() {
    Exchange exchange = discord.slash(gus, server, "echo", Map.of("word", "moon"));
    assertEquals(Exchange.DEFERRED, exchange.acknowledgement().path("type").asInt());
    assertEquals(64, exchange.acknowledgement().path("data").path("flags").asInt());
    assertEquals(1, exchange.acknowledgements());
    assertEquals(1, discord.identifies().get(0).path("intents").asInt(), "guilds alone");
  }

  @Test
  void whatWouldRingBellsIsAViolation() {
    discord.slash(gus, server, "echo", Map.of("word", "moon"));
    discord.awaitViolation("mentions:");
  }

  @Test
  void whatItsClientWouldNotSendIsNotSent() {
    assertThrows(
        IllegalArgumentException.class, () -> discord.slash(gus, server, "other", Map.of()));
    assertThrows(
        IllegalArgumentException.class, () -> discord.slash(gus, server, "echo", Map.of()));
  }
}
