package rhapsode.community;

/**
 * People who talk to the bot in one place. What one of them is shown, no other is.
 *
 * @param platform where it is: {@code console}, {@code discord}, {@code telegram}
 * @param id a Discord server's or a chat's id, {@code console} for the terminal
 */
public record Community(String platform, String id) {}
