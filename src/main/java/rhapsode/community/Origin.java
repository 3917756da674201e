package rhapsode.community;

/**
 * Where a poem comes from that nobody gave by a command.
 *
 * @param licence under which it may be used
 * @param provenance who wrote it, and where it was found
 */
public record Origin(String licence, String provenance) {
  public Origin {
    if (licence.isBlank() || provenance.isBlank()) {
      throw new IllegalArgumentException("an origin has a licence and a provenance");
    }
  }
}
