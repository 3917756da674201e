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

/** Lines from a pipe or a file, in UTF-8; no prompts. */
final class PipedLines implements Lines {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final BufferedReader in;
  private final PrintWriter out;
  private boolean begun;

  PipedLines(InputStream in, OutputStream out) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  @Override
  public Input command() {
    return read();
  }

  @Override
  public Input answer(String prompt) {
    return read();
  }

  private Input read() {
    try {
      String line = in.readLine();
      boolean marked = !begun && line != null && line.indexOf(BYTE_ORDER_MARK) == 0;
      begun = true;
      return line == null ? new Input.End() : new Input.Line(marked ? line.substring(1) : line);
    } catch (IOException e) {
      throw new UncheckedIOException("the input cannot be read", e);
    }
  }

  @Override
  public void show(String text) {
    // A line break of the platform's own would make the same output differ between machines.
    out.print(Printable.of(text) + "\n");
    out.flush();
  }

  @Override
  public Activity activity() {
    return new Tenths(this::show);
  }

  @Override
  public boolean interactive() {
    return false;
  }
}
