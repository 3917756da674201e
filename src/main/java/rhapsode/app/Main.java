package rhapsode.app;

/** Starts Rhapsode: the bot without a subcommand, otherwise what the command line asks for. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Deserialisation.forbid();
    System.exit(RhapsodeCommand.commandLine().execute(arguments));
  }
}
