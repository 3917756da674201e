package rhapsode.community;

/**
 * Who gave a poem.
 *
 * @param platform where they are known: {@code console}, {@code discord}, {@code telegram}
 * @param id the platform's own unchangeable id; authority always goes by it, never by the name
 * @param name how they are shown
 */
public record Author(String platform, String id, String name) {}
