package rhapsode.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** Connects to a gateway of the settings' own, with the shards that Discord asks for. */
final class GatewayAddress extends ConcurrentSessionController {
  private final String url;

  GatewayAddress(String url) {
    this.url = url;
  }

  @Override
  public String getGateway() {
    return url;
  }

  @Override
  public ShardedGateway getShardedGateway(JDA jda) {
    ShardedGateway asked = super.getShardedGateway(jda);
    return new ShardedGateway(url, asked.getShardTotal(), asked.getConcurrency());
  }
}
