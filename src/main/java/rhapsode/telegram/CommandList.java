package rhapsode.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;
import rhapsode.chat.Audience;
import rhapsode.chat.Description;
import rhapsode.chat.Surface;
import rhapsode.wording.Wording;

/**
 * The commands that Telegram shows, by language and by who looks. It is for show alone: who may do
 * what is decided when it is done.
 */
record CommandList(Api api, Names names, List<Description> commands) {
  /** Telegram's limit of commands in a list. */
  static final int MOST = 100;

  /** Telegram's limit of a command's description, in characters. */
  static final int LONGEST_DESCRIPTION = 256;

  private static final Logger LOG = LoggerFactory.getLogger(CommandList.class);

  /** Sends the lists that differ from what Telegram has, one after another. */
  CompletableFuture<Void> publish(Staff staff) {
    CompletableFuture<Void> published = CompletableFuture.completedFuture(null);
    for (Locale language : Wording.languages()) {
      published =
          published
              .thenCompose(
                  done -> list(new BotCommandScopeDefault(), language, a -> a == Audience.EVERYONE))
              .thenCompose(
                  done ->
                      list(
                          new BotCommandScopeAllChatAdministrators(),
                          language,
                          audience -> audience == Audience.EVERYONE));
      for (long chat : chats(staff)) {
        boolean owner = staff.owners().contains(chat);
        published =
            published.thenCompose(
                done ->
                    list(
                        new BotCommandScopeChat(String.valueOf(chat)),
                        language,
                        audience -> owner || audience != Audience.OWNERS));
      }
    }
    return published;
  }

  /** Those in which more is shown: with each of the staff, and the moderators' own. */
  private static Set<Long> chats(Staff staff) {
    var chats = new TreeSet<>(staff.owners());
    chats.addAll(staff.moderators());
    staff.chat().ifPresent(chats::add);
    return chats;
  }

  private CompletableFuture<Void> list(
      BotCommandScope scope, Locale language, Predicate<Audience> shown) {
    List<BotCommand> wanted = new ArrayList<>();
    for (Description command : commands) {
      if (command.surface() == Surface.TYPED && shown.test(command.audience())) {
        String help = command.help(language);
        wanted.add(
            new BotCommand(
                names.of(command.path()),
                help.substring(0, Math.min(help.length(), LONGEST_DESCRIPTION))));
      }
    }
    List<BotCommand> listed = wanted.subList(0, Math.min(wanted.size(), MOST));
    String code = language.equals(Locale.ENGLISH) ? null : language.getLanguage();
    return api.call(GetMyCommands.builder().scope(scope).languageCode(code).build())
        .thenCompose(
            known ->
                known.equals(listed)
                    ? CompletableFuture.completedFuture(true)
                    : api.call(set(scope, code, listed)))
        .handle(
            (done, thrown) -> {
              if (thrown != null) {
                // An owner who never wrote to the bot has no chat to show a list in.
                LOG.info("A list of commands was not taken: {}", Failure.of(thrown).sentence());
              }
              return null;
            });
  }

  private static SetMyCommands set(
      BotCommandScope scope, @Nullable String code, List<BotCommand> listed) {
    SetMyCommands set = SetMyCommands.builder().commands(listed).scope(scope).build();
    if (code != null) {
      set.setLanguageCode(code);
    }
    return set;
  }
}
