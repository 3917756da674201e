package rhapsode.discord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.components.ModalTopLevelComponent;
import net.dv8tion.jda.api.components.checkbox.Checkbox;
import net.dv8tion.jda.api.components.checkboxgroup.CheckboxGroup;
import net.dv8tion.jda.api.components.checkboxgroup.CheckboxGroupOption;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import rhapsode.chat.Description;
import rhapsode.chat.Option;
import rhapsode.wording.Wording;

/**
 * What a command asks for, as a modal: for commands with a text of several lines, which cannot be
 * typed behind a slash. What has to be read stands above; several yes-or-no questions are one group
 * of boxes, unticked ones mean no, and nothing is ticked beforehand.
 */
final class QuestionModal {
  /** The custom id of the boxes when there are several; no option has a name like it. */
  static final String BOXES = "boxes";

  private static final int TEXT_DISPLAY = 4000;

  private QuestionModal() {}

  static boolean isNeeded(Description description) {
    return description.options().stream().anyMatch(o -> o.type() == Option.Type.LONG_TEXT);
  }

  /** The modal, in the language of a reader; its id is the command's path. */
  static Modal of(Description description, Locale reader) {
    List<ModalTopLevelComponent> components = new ArrayList<>();
    for (Option option : description.options()) {
      if (option.type() != Option.Type.FLAG) {
        components.add(input(description, option, reader));
      }
    }
    List<Option> flags = flags(description);
    if (!flags.isEmpty()) {
      components.add(boxes(description, flags, reader));
    }
    String notice = description.notice(reader);
    if (!notice.isEmpty() && components.size() < Modal.MAX_COMPONENTS) {
      String shown = Letters.shortened(Markdown.escape(notice), TEXT_DISPLAY);
      components.add(0, TextDisplay.of(shown));
    }
    String title = Letters.shortened(description.help(reader), Modal.MAX_TITLE_LENGTH);
    return Modal.create(description.path(), title).addComponents(components).build();
  }

  private static List<Option> flags(Description description) {
    return description.options().stream().filter(o -> o.type() == Option.Type.FLAG).toList();
  }

  private static Label input(Description description, Option option, Locale reader) {
    boolean lines = option.type() == Option.Type.LONG_TEXT;
    var style = lines ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
    var input = TextInput.create(option.name(), style).setRequired(option.required());
    if (lines || option.type() == Option.Type.TEXT) {
      input.setMaxLength((int) Math.min(option.most(), TextInput.MAX_VALUE_LENGTH));
    }
    return labelled(option.name(), description.help(option, reader), input.build());
  }

  private static Label labelled(
      String name, String help, net.dv8tion.jda.api.components.label.LabelChildComponent input) {
    return help.length() <= Label.LABEL_MAX_LENGTH
        ? Label.of(help, input)
        : Label.of(name, Letters.shortened(help, Label.DESCRIPTION_MAX_LENGTH), input);
  }

  private static Label boxes(Description description, List<Option> flags, Locale reader) {
    if (flags.size() == 1) {
      Option flag = flags.get(0);
      return labelled(flag.name(), description.help(flag, reader), Checkbox.of(flag.name()));
    }
    var group = CheckboxGroup.create(BOXES).setRequired(false).setMinValues(0);
    for (Option flag : flags) {
      String help = description.help(flag, reader);
      String label = Letters.shortened(help, CheckboxGroupOption.LABEL_MAX_LENGTH);
      group.addOptions(CheckboxGroupOption.of(label, flag.name()));
    }
    return Label.of(Wording.of(reader).say("modal.boxes"), group.build());
  }

  /** The options as somebody filled them in. */
  static Map<String, String> options(Description description, List<ModalMapping> values) {
    var options = new HashMap<String, String>();
    flags(description).forEach(flag -> options.put(flag.name(), "no"));
    for (ModalMapping value : values) {
      switch (value.getType()) {
        case CHECKBOX_GROUP -> value.getAsStringList().forEach(flag -> options.put(flag, "yes"));
        case CHECKBOX -> options.put(value.getCustomId(), value.getAsBoolean() ? "yes" : "no");
        default -> options.put(value.getCustomId(), value.getAsString());
      }
    }
    return options;
  }
}
