package rhapsode.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** One attempt of a call of the Bot API, without a thread that waits. Thread-safe. */
final class Api implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Patience USUAL = new Patience(CONNECT, Duration.ofSeconds(30));
  private static final Duration LONGEST_POLL = Duration.ofSeconds(75);
  private static final int AT_ONCE = 40;

  private final TelegramSettings settings;
  private final OkHttpClient http;
  private final OkHttpTelegramClient client;

  /** How long a connection, and how long each step of an answer, is waited for. */
  record Patience(Duration connect, Duration answer) {}

  Api(TelegramSettings settings) {
    this(settings, USUAL);
  }

  Api(TelegramSettings settings, Patience patience) {
    this.settings = settings;
    var dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectTimeout(patience.connect())
            .readTimeout(patience.answer())
            .writeTimeout(patience.answer())
            // OkHttp would send a message again that may have arrived; Outbox knows better.
            .retryOnConnectionFailure(false)
            .addInterceptor(new Departure())
            .addNetworkInterceptor(Departure.NOTED)
            .addInterceptor(new Disguise(settings.apiUrl(), settings.token()))
            .build();
    client = new OkHttpTelegramClient(new ObjectMapper(), http, Disguise.PLACEHOLDER, url());
  }

  /** Where the library believes to call. */
  TelegramUrl url() {
    URI api = settings.apiUrl();
    boolean plain = api.getScheme().equals("http");
    int port = api.getPort() > 0 ? api.getPort() : plain ? 80 : 443;
    return new TelegramUrl(api.getScheme(), api.getHost(), port, false);
  }

  /** Connections for long polling, apart from the others. */
  OkHttpClient forPolling(Interceptor watch) {
    return new OkHttpClient.Builder()
        .connectTimeout(CONNECT)
        .readTimeout(LONGEST_POLL)
        .callTimeout(LONGEST_POLL)
        .addInterceptor(new Legible())
        .addInterceptor(watch)
        .addInterceptor(new Disguise(settings.apiUrl(), settings.token()))
        .build();
  }

  <T extends Serializable> CompletableFuture<T> call(BotApiMethod<T> method) {
    try {
      return client.executeAsync(method);
    } catch (TelegramApiException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  CompletableFuture<Message> call(SendPhoto photo) {
    return client.executeAsync(photo);
  }

  CompletableFuture<Message> call(SendDocument document) {
    return client.executeAsync(document);
  }

  CompletableFuture<Boolean> call(SetWebhook webhook) {
    return client.executeAsync(webhook);
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
