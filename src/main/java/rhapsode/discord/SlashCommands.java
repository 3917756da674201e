package rhapsode.discord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import rhapsode.chat.Description;
import rhapsode.chat.Option;
import rhapsode.chat.Surface;

/** The bot's commands as Discord registers them: everywhere, for servers and for users. */
final class SlashCommands {
  private SlashCommands() {}

  /** Those that are typed, subcommands under their bases, in the order of the registry. */
  static List<SlashCommandData> of(List<Description> descriptions) {
    Map<String, List<Description>> bases =
        descriptions.stream()
            .filter(description -> description.surface() == Surface.TYPED)
            .collect(
                Collectors.groupingBy(Description::base, LinkedHashMap::new, Collectors.toList()));
    return bases.entrySet().stream().map(e -> command(e.getKey(), e.getValue())).toList();
  }

  private static SlashCommandData command(String base, List<Description> below) {
    Description first = below.get(0);
    SlashCommandData command;
    if (first.path().equals(base)) {
      command = Commands.slash(base, limited(first.help(Locale.ENGLISH)));
      command.setDescriptionLocalizations(Languages.all(l -> limited(first.help(l))));
      command.addOptions(options(first));
    } else {
      // Nobody reads it: Discord shows subcommands in place of their base.
      String names = below.stream().map(SlashCommands::name).collect(Collectors.joining(", "));
      command = Commands.slash(base, limited(names));
      command.addSubcommands(below.stream().map(SlashCommands::subcommand).toList());
    }
    return command.setContexts(InteractionContextType.ALL).setIntegrationTypes(IntegrationType.ALL);
  }

  private static String name(Description subcommand) {
    return subcommand.path().substring(subcommand.base().length() + 1);
  }

  private static SubcommandData subcommand(Description description) {
    return new SubcommandData(name(description), limited(description.help(Locale.ENGLISH)))
        .setDescriptionLocalizations(Languages.all(l -> limited(description.help(l))))
        .addOptions(options(description));
  }

  /** Required ones first, as Discord wants them; none where a modal asks for them. */
  private static List<OptionData> options(Description description) {
    if (QuestionModal.isNeeded(description)) {
      return List.of();
    }
    var ordered = new ArrayList<OptionData>();
    for (boolean required : new boolean[] {true, false}) {
      description.options().stream()
          .filter(option -> option.required() == required)
          .map(option -> option(description, option))
          .forEach(ordered::add);
    }
    return ordered;
  }

  private static OptionData option(Description description, Option option) {
    String help = limited(description.help(option, Locale.ENGLISH));
    var data = new OptionData(type(option), option.name(), help, option.required());
    data.setDescriptionLocalizations(Languages.all(l -> limited(description.help(option, l))));
    switch (option.type()) {
      case WHOLE -> data.setRequiredRange(whole(option.least()), whole(option.most()));
      case NUMBER -> data.setRequiredRange(option.least(), option.most());
      case CHOICE -> choices(data, option);
      case TEXT, LONG_TEXT, OPEN_CHOICE -> length(data, option);
      case FLAG -> {}
    }
    return data.setAutoComplete(isSuggested(option));
  }

  /** Choices that are too many to be listed are suggested instead. */
  static boolean isSuggested(Option option) {
    return switch (option.type()) {
      case OPEN_CHOICE -> true;
      case TEXT -> !option.choices().isEmpty();
      case WHOLE -> option.required();
      case CHOICE -> option.choices().size() > OptionData.MAX_CHOICES;
      case LONG_TEXT, FLAG, NUMBER -> false;
    };
  }

  private static OptionType type(Option option) {
    return switch (option.type()) {
      case TEXT, LONG_TEXT, CHOICE, OPEN_CHOICE -> OptionType.STRING;
      case FLAG -> OptionType.BOOLEAN;
      case NUMBER -> OptionType.NUMBER;
      case WHOLE -> OptionType.INTEGER;
    };
  }

  private static long whole(double number) {
    double within = Math.min(number, OptionData.MAX_POSITIVE_NUMBER);
    return (long) Math.max(within, OptionData.MIN_NEGATIVE_NUMBER);
  }

  private static void choices(OptionData data, Option option) {
    if (option.choices().size() <= OptionData.MAX_CHOICES) {
      data.addChoices(option.choices().stream().map(c -> new Command.Choice(c, c)).toList());
    }
  }

  private static void length(OptionData data, Option option) {
    // Discord counts UTF-16 and the command code points: a text of emoji is twice as long here.
    double longest = Math.min(2 * option.most(), OptionData.MAX_STRING_OPTION_LENGTH);
    data.setMaxLength((int) longest);
  }

  private static String limited(String description) {
    return Letters.shortened(description, CommandData.MAX_DESCRIPTION_LENGTH);
  }
}
