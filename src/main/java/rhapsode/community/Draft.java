package rhapsode.community;

/**
 * A poem as it was typed, not yet checked.
 *
 * @param community where it was given: a Discord server's or a chat's id, {@code console} for the
 *     terminal
 * @param title empty for none
 * @param text any text at all
 */
public record Draft(
    Author author, String community, String title, String text, Permission permission) {}
