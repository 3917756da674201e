package rhapsode.app.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rhapsode.card.Card;
import rhapsode.card.CardText;
import rhapsode.card.PoemCards;

/**
 * Whether poems can be drawn.
 *
 * @param cards empty where this Java cannot draw
 */
public record PicturesCheck(Supplier<Optional<PoemCards>> cards) implements Check {
  private static final CardText TRIAL =
      new CardText(
          "evening",
          "couplet",
          "",
          List.of(List.of("The doctor came at end of day", "And found the poet well, they say.")));

  @Override
  public String name() {
    return "pictures";
  }

  @Override
  public Finding look() {
    Optional<PoemCards> able = cards.get();
    if (able.isEmpty()) {
      return Finding.warning(
          name(),
          "This Java cannot draw text, so there are no poems as pictures.",
          "Install a Java with the module java.desktop and the system's libraries freetype and"
              + " fontconfig.");
    }
    Card card = able.get().draw(TRIAL);
    return Finding.ok(
        name(), "A poem was drawn, %d by %d pixels.".formatted(card.width(), card.height()));
  }
}
