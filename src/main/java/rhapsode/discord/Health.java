package rhapsode.discord;

/**
 * How things stand with Discord.
 *
 * @param well whether people are answered
 * @param sentence for whoever runs the bot
 */
public record Health(boolean well, String sentence) {}
