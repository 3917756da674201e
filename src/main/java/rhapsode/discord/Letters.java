package rhapsode.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import rhapsode.chat.Attachment;
import rhapsode.chat.Picture;
import rhapsode.chat.Reply;

/**
 * Replies as Discord's messages: marks escaped, nobody mentioned, cut where a message ends. What
 * fits is plain content; longer texts are embedded, where twice as much fits.
 */
final class Letters {
  private static final int IN_A_ROW = 5;

  /** Discord's limit of a file's description. */
  private static final int DESCRIPTION = 1024;

  private Letters() {}

  /** The messages of a reply, at least one; buttons, picture and file are with the last. */
  static List<MessageCreateData> of(Reply reply) {
    String text = Markdown.escape(reply.text()).stripTrailing();
    String footer = Markdown.escape(reply.footer());
    String plain = footer.isEmpty() ? text : text + "\n-# " + footer;
    if (plain.length() <= Message.MAX_CONTENT_LENGTH) {
      return List.of(last(new MessageCreateBuilder().setContent(plain), reply));
    }
    List<String> pieces = Pieces.of(text, MessageEmbed.DESCRIPTION_MAX_LENGTH);
    var letters = new ArrayList<MessageCreateData>();
    for (String piece : pieces.subList(0, pieces.size() - 1)) {
      letters.add(silent().setEmbeds(new EmbedBuilder().setDescription(piece).build()).build());
    }
    var embed = new EmbedBuilder().setDescription(pieces.get(pieces.size() - 1));
    if (!reply.footer().isEmpty()) {
      embed.setFooter(shortened(reply.footer(), MessageEmbed.TEXT_MAX_LENGTH));
    }
    letters.add(last(new MessageCreateBuilder().setEmbeds(embed.build()), reply));
    return letters;
  }

  /** One line about work under way. */
  static MessageCreateData of(String line) {
    String text = shortened(Markdown.escape(line), Message.MAX_CONTENT_LENGTH);
    return silent().setContent(text).build();
  }

  private static MessageCreateBuilder silent() {
    return silent(new MessageCreateBuilder());
  }

  private static MessageCreateBuilder silent(MessageCreateBuilder letter) {
    return letter
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
        .mentionRepliedUser(false);
  }

  private static MessageCreateData last(MessageCreateBuilder letter, Reply reply) {
    silent(letter).setComponents(rows(reply.buttons()));
    var files = new ArrayList<FileUpload>();
    reply.picture().map(Letters::file).ifPresent(files::add);
    reply.attachment().map(Letters::file).ifPresent(files::add);
    letter.setFiles(files);
    return letter.build();
  }

  private static FileUpload file(Picture picture) {
    return FileUpload.fromData(picture.png(), "rhapsode.png")
        .setDescription(shortened(picture.alternative(), DESCRIPTION));
  }

  private static FileUpload file(Attachment attachment) {
    return FileUpload.fromData(attachment.content(), attachment.name())
        .setDescription(attachment.name());
  }

  private static List<ActionRow> rows(List<rhapsode.chat.Button> buttons) {
    var rows = new ArrayList<ActionRow>();
    for (int i = 0; i < buttons.size(); i += IN_A_ROW) {
      rows.add(
          ActionRow.of(
              buttons.subList(i, Math.min(i + IN_A_ROW, buttons.size())).stream()
                  .map(b -> Button.of(ButtonStyle.SECONDARY, b.id(), b.label()))
                  .toList()));
    }
    return rows;
  }

  /** The text, if need be cut at a character with an ellipsis. */
  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
  }
}
