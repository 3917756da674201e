package rhapsode.telegram;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Tells requests that never left, for want of a connection or of its handshake, from those that may
 * have arrived. Thread-safe.
 */
final class Departure implements Interceptor {
  /** Comes when the connection stands, right before the request is written to it. */
  static final Interceptor NOTED = Departure::noted;

  /** Goes with a request. */
  private static final class Mark {
    private final AtomicBoolean left = new AtomicBoolean();
  }

  private static Response noted(Chain chain) throws IOException {
    Mark mark = chain.request().tag(Mark.class);
    if (mark != null) {
      mark.left.set(true);
    }
    return chain.proceed(chain.request());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var mark = new Mark();
    Request request = chain.request().newBuilder().tag(Mark.class, mark).build();
    try {
      return chain.proceed(request);
    } catch (IOException e) {
      if (mark.left.get()) {
        throw e;
      }
      throw new Unanswered(Failure.Kind.UNSENT, String.valueOf(e.getMessage()), e.getCause());
    }
  }
}
