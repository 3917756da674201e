package rhapsode.community;

/** What an author ticks when giving a poem; see {@link Consent}. */
public record Permissions(boolean training, boolean display, boolean attribution) {}
