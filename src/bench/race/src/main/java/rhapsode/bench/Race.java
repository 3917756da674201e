package rhapsode.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The benchmark: {@code Race train,generate,growth,quality,writing ROUNDS VERSE MODEL}. Writes
 * tables and charts to {@code docs/benchmark}.
 */
public final class Race {
  private static final int[] THREADS = {1, 2};

  private final int rounds;
  private final Report report;

  private Race(int rounds) throws IOException {
    this.rounds = rounds;
    report = new Report(Path.of("docs/benchmark"));
  }

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    var race = new Race(Integer.parseInt(arguments[1]));
    if (!Runner.hasOfficial()) {
      System.out.println("The official libtorch build is not there (-Pofficial): it is left out.");
    }
    for (String part : arguments[0].split(",")) {
      switch (part) {
        case "train" -> race.train();
        case "generate" -> race.generate();
        case "growth" -> race.growth();
        case "writing" -> new Writing(race.report, Path.of(arguments[3])).run();
        case "quality" -> new Quality(race.report, Path.of(arguments[2])).run();
        default -> throw new IllegalArgumentException("unknown part of the benchmark: " + part);
      }
    }
  }

  private void train() throws IOException {
    var tables = new ArrayList<Report.Training>();
    for (Setting setting : List.of(Setting.A, Setting.B, Setting.C)) {
      var starters = runners("train", setting);
      for (int threads : THREADS) {
        String name = "sgemm, " + threads(threads);
        starters.add(() -> Runner.of(name, Floor.class, "train", "threads=" + threads));
      }
      tables.add(new Report.Training(setting, Contest.run(starters, rounds)));
      report.training(tables);
    }
  }

  private void generate() throws IOException {
    var tables = new ArrayList<Report.Generation>();
    for (int batch : new int[] {1, 16, 64}) {
      Setting a = Setting.A;
      var setting = new Setting("g", a.vocabulary(), a.embedding(), a.hidden(), batch, 1, false);
      tables.add(
          new Report.Generation(batch, Contest.run(runners("generate", setting), rounds)));
      report.generation(tables);
    }
  }

  private static List<Supplier<Runner>> runners(String mode, Setting setting) {
    var runners = new ArrayList<Supplier<Runner>>();
    for (int threads : THREADS) {
      String[] arguments = setting.arguments(threads);
      String[] named = with(mode, arguments);
      runners.add(() -> Runner.of("ours, " + threads(threads), Ours.class, named));
      runners.add(() -> Runner.of("stock DL4J, " + threads(threads), Stock.class, named));
      String[] peer =
          Arrays.stream(arguments)
              .filter(a -> !mode.equals("generate") || !a.startsWith("window="))
              .filter(a -> !setting.classic() || !a.matches("(embedding|hidden)=.*"))
              .toArray(String[]::new);
      runners.add(
          () -> Runner.libtorch("libtorch, " + threads(threads), false, mode, peer));
      if (Runner.hasOfficial()) {
        runners.add(
            () -> Runner.libtorch("libtorch (official), " + threads(threads), true, mode, peer));
      }
    }
    return runners;
  }

  private static String[] with(String mode, String[] arguments) {
    var all = new ArrayList<String>(List.of(mode));
    all.addAll(List.of(arguments));
    return all.toArray(String[]::new);
  }

  private static String threads(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  private void growth() throws IOException {
    var curves = new ArrayList<Report.Curve>();
    curves.add(new Report.Curve("vocabulary", new int[] {2_000, 5_000, 10_000, 20_000, 50_000}));
    curves.add(new Report.Curve("hidden size", new int[] {128, 256, 512, 1024}));
    curves.add(new Report.Curve("window", new int[] {16, 32, 64, 128}));
    for (Report.Curve curve : curves) {
      for (int value : curve.values()) {
        Setting setting = grown(curve.name(), value);
        String[] arguments = setting.arguments(2);
        var starters = new ArrayList<Supplier<Runner>>();
        starters.add(() -> Runner.of("ours", Ours.class, with("train", arguments)));
        starters.add(
            () -> Runner.libtorch("libtorch", Runner.hasOfficial(), "train", arguments));
        curve.points().add(Contest.run(starters, 3));
      }
      report.growth(curves);
    }
  }

  private static Setting grown(String what, int value) {
    return new Setting(
        "growth",
        what.equals("vocabulary") ? value : 10_000,
        what.equals("hidden size") ? value : 256,
        what.equals("hidden size") ? value : 256,
        32,
        what.equals("window") ? value : 32,
        false);
  }
}
