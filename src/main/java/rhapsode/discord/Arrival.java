package rhapsode.discord;

import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the commands when the shard that can do it has arrived. */
final class Arrival extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  private final Registration registration;
  private final String developmentGuild;

  Arrival(Registration registration, String developmentGuild) {
    this.registration = registration;
    this.developmentGuild = developmentGuild;
  }

  @Override
  public void onReady(ReadyEvent event) {
    LOG.info("Discord: shard {} is connected", event.getJDA().getShardInfo().getShardId());
    if (!developmentGuild.isEmpty()) {
      Guild guild = event.getJDA().getGuildById(developmentGuild);
      if (guild != null) {
        registration.in(guild);
      } else if (event.getJDA().getShardInfo().getShardTotal() == 1) {
        LOG.warn(
            "Discord: the bot is in no server {} (discord.development-guild); no command is registered",
            developmentGuild);
      }
    } else if (event.getJDA().getShardInfo().getShardId() == 0) {
      registration.everywhere(event.getJDA());
    }
  }
}
