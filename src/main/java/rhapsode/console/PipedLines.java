package rhapsode.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines from a pipe or a file, in UTF-8; no prompts. Thread-safe. */
final class PipedLines implements Lines {
  private final BufferedReader in;
  private final PrintWriter out;

  PipedLines(InputStream in, OutputStream out) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  @Override
  public @Nullable String read(String prompt) {
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException("the input cannot be read", e);
    }
  }

  @Override
  public void show(String text) {
    out.println(text);
  }

  @Override
  public boolean interactive() {
    return false;
  }
}
