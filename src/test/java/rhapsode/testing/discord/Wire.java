package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Deflater;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;

/** One connection of a shard: plain JSON, or one zlib stream that is flushed after each event. */
final class Wire {
  private final WebSocket socket;
  private final Deflater deflater = new Deflater();
  private final boolean zlib;

  Wire(WebSocket socket, boolean zlib) {
    this.socket = socket;
    this.zlib = zlib;
  }

  synchronized void send(JsonNode event) {
    try {
      if (zlib) {
        socket.send(deflated(event.toString().getBytes(StandardCharsets.UTF_8)));
      } else {
        socket.send(event.toString());
      }
    } catch (WebsocketNotConnectedException e) {
      // The session keeps the event; whoever resumes it hears of it. Closed by another thread: the
      // one that closes takes the socket's lock first and the session's then, this one has the
      // latter.
      CompletableFuture.runAsync(this::cut);
    }
  }

  private byte[] deflated(byte[] text) {
    deflater.setInput(text);
    var out = new ByteArrayOutputStream();
    var buffer = new byte[4096];
    int length;
    do {
      length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      out.write(buffer, 0, length);
    } while (length == buffer.length);
    return out.toByteArray();
  }

  void op(int op, JsonNode data) {
    send(Json.object().put("op", op).putNull("s").putNull("t").set("d", data));
  }

  void close(int code) {
    socket.close(code, "as a test wishes");
  }

  /** The cable is pulled: no closing frame. */
  void cut() {
    socket.closeConnection(1006, "");
  }
}
