package rhapsode.telegram;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Puts the real address, with the token, into a request at the last moment. The client library only
 * ever knows {@link #PLACEHOLDER}, so nothing it logs or throws can carry the token. Thread-safe.
 */
final class Disguise implements Interceptor {
  /** What the client library takes for the token. */
  static final String PLACEHOLDER = "hidden";

  private final HttpUrl base;
  private final BotToken token;

  Disguise(URI apiUrl, BotToken token) {
    this.base = HttpUrl.get(apiUrl.toString());
    this.token = token;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    List<String> path = request.url().pathSegments();
    HttpUrl url =
        base.newBuilder()
            .addPathSegment("bot" + token.value())
            .addPathSegment(path.get(path.size() - 1))
            .build();
    return checked(undisguised(chain, request.newBuilder().url(url).build()), request);
  }

  private Response undisguised(Chain chain, Request request) throws IOException {
    try {
      return chain.proceed(request);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(without(String.valueOf(e.getMessage())), without(e.getCause()));
    }
  }

  /** An answer of the server's front, not of the Bot API, is as good as none. */
  private static Response checked(Response response, Request request) throws IOException {
    if (response.code() >= 500) {
      response.close();
      throw new Unanswered(
          Failure.Kind.TROUBLE, "Telegram answered with status " + response.code(), null);
    }
    return response.newBuilder().request(request).build();
  }

  private String without(String message) {
    return message.replace(token.value(), token.toString());
  }

  private @Nullable Throwable without(@Nullable Throwable cause) {
    boolean tells = cause == null || String.valueOf(cause.getMessage()).contains(token.value());
    return tells ? null : cause;
  }
}
