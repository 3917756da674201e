package rhapsode.discord;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the commands, if they are not registered as they are. They are never taken back: people
 * would see them vanish at each restart.
 */
record Registration(List<? extends CommandData> commands) {
  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  /** For all servers and users. */
  CompletableFuture<?> everywhere(JDA jda) {
    return register("everywhere", jda.retrieveCommands(true), jda.updateCommands());
  }

  /** For one server, where changes show at once. */
  CompletableFuture<?> in(Guild guild) {
    return register(
        "in server " + guild.getId(), guild.retrieveCommands(true), guild.updateCommands());
  }

  private CompletableFuture<?> register(
      String where, RestAction<List<Command>> registered, CommandListUpdateAction update) {
    return registered
        .submit()
        .thenCompose(
            there -> {
              if (isSame(there)) {
                return CompletableFuture.completedFuture(null);
              }
              LOG.info("Discord: {} commands are registered {}", commands.size(), where);
              return update.addCommands(commands).submit();
            })
        .exceptionally(
            fault -> {
              LOG.error("Discord: the commands could not be registered {}", where, fault);
              return null;
            });
  }

  private boolean isSame(List<Command> there) {
    return byName(there.stream().map(CommandData::fromCommand).toList()).equals(byName(commands));
  }

  /** What Discord is told of each; the order means nothing. */
  private static Map<String, Map<String, Object>> byName(List<? extends CommandData> commands) {
    var byName = new TreeMap<String, Map<String, Object>>();
    for (CommandData command : commands) {
      byName.put(command.getName(), DataObject.fromJson(command.toData().toString()).toMap());
    }
    return byName;
  }
}
