package rhapsode.discord;

/**
 * Which of the shards this process connects; the others are connected by other processes.
 *
 * @param first from 0
 * @param last the last one, that one included
 */
public record ShardRange(int first, int last) {
  public ShardRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(
          "shard-range: %d-%d is no range from 0 up".formatted(first, last));
    }
  }

  int size() {
    return last - first + 1;
  }
}
