package rhapsode.telegram;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import rhapsode.chat.Audience;
import rhapsode.chat.Description;
import rhapsode.chat.Rank;
import rhapsode.chat.Router;

/** Asks Telegram, each time that it matters, whether somebody administers the moderators' chat. */
record Ranks(Api api, Staff staff, Router router) {
  private static final Logger LOG = LoggerFactory.getLogger(Ranks.class);
  private static final Set<String> LOOKING_AFTER = Set.of("creator", "administrator");

  /**
   * The same scene, with the rank that somebody has at this moment. Telegram is asked for commands
   * of moderators alone; who cannot be asked about is none.
   *
   * @param path of the command that they give
   */
  CompletableFuture<Scene> ranked(Scene scene, String path) {
    boolean matters =
        scene.person().rank() == Rank.MEMBER
            && staff.chat().isPresent()
            && router
                .description(path)
                .map(Description::audience)
                .filter(Audience.MODERATORS::equals)
                .isPresent();
    if (!matters) {
      return CompletableFuture.completedFuture(scene);
    }
    return api.call(
            GetChatMember.builder().chatId(staff.chat().getAsLong()).userId(scene.user()).build())
        .handle(
            (member, thrown) -> {
              if (thrown != null) {
                LOG.warn("Telegram did not say who moderates: {}", Failure.of(thrown).sentence());
                return scene;
              }
              return LOOKING_AFTER.contains(member.getStatus())
                  ? scene.ranked(Rank.MODERATOR)
                  : scene;
            });
  }
}
