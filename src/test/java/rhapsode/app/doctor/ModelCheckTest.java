package rhapsode.app.doctor;

import static rhapsode.app.doctor.Looks.finds;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import rhapsode.network.ModelException;

class ModelCheckTest {
  private static final Path FOLDER = Path.of("models", "light");

  private static final Trial BROKEN =
      folder -> {
        throw new ModelException("The model in " + folder + " is damaged; restore it.");
      };

  @Test
  void aModelThatWritesIsFine() {
    Trial trial =
        folder ->
            new Trial.Result(
                String.valueOf(folder.getFileName()),
                10_000,
                "A line that ends,\nA line that bends.",
                Duration.ofMillis(640),
                Duration.ofMillis(1210));
    finds(
        State.OK,
        new ModelCheck("base model", () -> FOLDER, false, trial),
        "light, 10,000 words, loaded in 0.6 s, wrote in 1.2 s:"
            + " A line that ends, / A line that bends.");
  }

  @Test
  void aBaseModelThatIsDamagedOrMissingIsAFault() {
    finds(
        State.FAULT,
        new ModelCheck("base model", () -> FOLDER, false, BROKEN),
        "the bot does not start",
        "The model in " + FOLDER + " is damaged; restore it.");
    ModelCheck missing =
        new ModelCheck(
            "base model",
            () -> {
              throw new ModelException("There is no model in models; train one.");
            },
            false,
            BROKEN);
    finds(State.FAULT, missing, "There is no model in models; train one.");
  }

  @Test
  void anotherModelGivesWayToTheBaseModel() {
    finds(
        State.WARNING,
        new ModelCheck("model in service", () -> FOLDER, true, BROKEN),
        "the base model takes its place");
  }
}
