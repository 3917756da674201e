package rhapsode.discord;

import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

/** How the library is told to connect: no intents, the least caches, nobody mentioned. */
final class Link {
  static {
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    MessageRequest.setDefaultMentionRepliedUser(false);
  }

  private Link() {}

  /** Shards that are not connected yet; {@code login()} connects them. */
  static ShardManager of(DiscordSettings settings, Pools pools, List<EventListener> listeners) {
    var rest = new RestConfig();
    if (!settings.apiUrl().isEmpty()) {
      rest.setBaseUrl(settings.apiUrl());
    }
    DefaultShardManagerBuilder builder =
        DefaultShardManagerBuilder.createLight(
            settings.token().value(), EnumSet.noneOf(GatewayIntent.class));
    builder.setShardsTotal(settings.shards() == 0 ? -1 : settings.shards());
    settings.shardRange().ifPresent(range -> builder.setShards(range.first(), range.last()));
    return builder
        .setRestConfig(rest)
        .setSessionController(
            settings.gatewayUrl().isEmpty()
                ? new ConcurrentSessionController()
                : new GatewayAddress(settings.gatewayUrl()))
        .setMemberCachePolicy(MemberCachePolicy.NONE)
        .setChunkingFilter(ChunkingFilter.NONE)
        // A callback that was slow may have arrived: a second one would be an answer too many.
        .setRequestTimeoutRetry(false)
        .setEnableShutdownHook(false)
        .setRateLimitScheduler(pools.requests, false)
        .setRateLimitElastic(pools.elastic, false)
        .setGatewayPool(pools.gateway, false)
        .setCallbackPool(pools.callbacks, false)
        .setEventPool(pools.events, false)
        .addEventListeners(listeners.toArray())
        .build(false);
  }
}
