package rhapsode.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import rhapsode.testing.fuzz.Mutation;
import rhapsode.testing.fuzz.Nasty;

/**
 * One thing that somebody does in a chat.
 *
 * @param kind how they do it
 * @param who does it
 * @param text a line, a button's id, or the command of options
 * @param options by name, where they are given apart from the line
 */
record Step(Kind kind, Person who, Locale locale, String text, Map<String, String> options) {
  enum Kind {
    TYPED,
    FILLED,
    PRESSED,
    COMPLETED
  }

  private static final List<String> EXAMPLES =
      List.of(
          "/poem winter moon form:haiku",
          "/poem crash",
          "/poem nothing",
          "/poem \"the late moon\" form:ABAB/8 temperature:0.7 mood:calm proof:yes",
          "/forms",
          "/poems submit The moon is late / and so am I // good night title:Late train:yes display:yes"
              + " attribution:no",
          "/poems submit moonshine in a glass train:yes display:no attribution:no",
          "/poems mine",
          "/poems withdraw 1",
          "/poems top",
          "/poems random",
          "/review",
          "/review 1 verdict:approve",
          "/review 2 verdict:reject reason:no verse",
          "/audit",
          "/retrain",
          "/model status",
          "/model history",
          "/model rollback base",
          "/status",
          "/stats",
          "/mydata export",
          "/mydata delete",
          "/privacy",
          "/help",
          "/help poems submit",
          "/start",
          "/");

  private static final List<String> BUTTONS =
      List.of(
          "another:1",
          "like:1",
          "proof:1",
          "picture:1",
          "erase:1",
          "prefer:1-2-1",
          "approve:1",
          "reject:1",
          "refuse:1-spam",
          "back:1",
          "ban:1",
          "trust:1",
          "pardon:1",
          "next:1",
          "poem:moon",
          "erase all:7",
          ":",
          "like:",
          "like");

  private static final List<Locale> LOCALES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.forLanguageTag("es"),
          Locale.forLanguageTag("pt-BR"),
          Locale.forLanguageTag("ar-EG-u-nu-arab"),
          Locale.forLanguageTag("tr"),
          Locale.ROOT);

  static Step random(List<Description> commands, Random random) {
    Person who = person(random);
    Locale locale = Nasty.one(LOCALES, random);
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Step(Kind.PRESSED, who, locale, button(commands, random), Map.of());
      case 2, 3 -> filled(Kind.FILLED, commands, who, locale, random);
      case 4 -> filled(Kind.COMPLETED, commands, who, locale, random);
      default -> new Step(Kind.TYPED, who, locale, line(random), Map.of());
    };
  }

  private static Person person(Random random) {
    Rank rank = Nasty.one(List.of(Rank.MEMBER, Rank.MEMBER, Rank.MODERATOR, Rank.OWNER), random);
    String platform = Nasty.one(List.of("discord", "telegram", "console"), random);
    String name = random.nextInt(4) == 0 ? Nasty.text(random) : "Gus";
    return new Person(platform, String.valueOf(7 + random.nextInt(3)), name, rank);
  }

  private static String line(Random random) {
    if (random.nextInt(10) == 0) {
      return "/" + Nasty.text(random);
    }
    String example = Nasty.one(EXAMPLES, random);
    String line =
        switch (random.nextInt(4)) {
          case 0 -> example;
          case 1 -> example + " " + Nasty.text(random);
          default -> Mutation.of(example, EXAMPLES, random);
        };
    return line.strip().startsWith("/") ? line : "/" + line;
  }

  private static String button(List<Description> commands, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Nasty.one(BUTTONS, random);
      case 1 -> Mutation.of(Nasty.one(BUTTONS, random), BUTTONS, random);
      case 2 -> Nasty.one(commands, random).path() + ":" + Nasty.word(random);
      default -> Nasty.one(commands, random).path() + ":" + (1 + random.nextInt(5));
    };
  }

  private static Step filled(
      Kind kind, List<Description> commands, Person who, Locale locale, Random random) {
    Description command = Nasty.one(commands, random);
    var options = new TreeMap<String, String>();
    for (Option option : command.options()) {
      if (option.required() || random.nextBoolean()) {
        options.put(option.name(), value(option, random));
      }
    }
    if (random.nextInt(20) == 0) {
      options.put(Nasty.word(random), Nasty.word(random));
    }
    return new Step(kind, who, locale, command.path(), options);
  }

  private static String value(Option option, Random random) {
    if (random.nextInt(3) == 0) {
      return Nasty.text(random);
    }
    return switch (option.type()) {
      case TEXT -> Nasty.word(random) + " moon";
      case LONG_TEXT -> "The moon is " + Nasty.text(random) + " late\nand so am I";
      case FLAG -> random.nextBoolean() ? "yes" : "no";
      case NUMBER -> String.valueOf(option.least() + random.nextDouble() * option.most());
      case WHOLE -> String.valueOf(1 + random.nextInt(5));
      case CHOICE, OPEN_CHOICE -> chosen(new ArrayList<>(option.choices()), random);
    };
  }

  private static String chosen(List<String> choices, Random random) {
    choices.add("ABAB/8");
    String choice = Nasty.one(choices, random);
    return random.nextInt(4) == 0 ? " " + choice.toUpperCase(Locale.ROOT) + " " : choice;
  }
}
