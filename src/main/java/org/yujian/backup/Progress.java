package org.yujian.backup;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;

/** Lines on the console while something takes long. */
final class Progress {
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();
  private static final long MEGABYTE = 1_000_000;

  private final Consumer<String> console;
  private long last = System.nanoTime();

  Progress(Consumer<String> console) {
    this.console = console;
  }

  void say(String line) {
    console.accept(line);
    last = System.nanoTime();
  }

  /** A line if none was written for five seconds. */
  void at(String what, long count, String unit) {
    if (System.nanoTime() - last > PAUSE) {
      say("  " + what + ": " + count + " " + unit);
    }
  }

  /** Says how many bytes of something have been read. */
  InputStream from(InputStream in, String what) {
    return new FilterInputStream(in) {
      private long bytes;

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        bytes += Math.max(0, read);
        at(what, bytes / MEGABYTE, "MB");
        return read;
      }
    };
  }

  /** Says how many bytes of something have passed. Closing leaves the target open. */
  OutputStream through(OutputStream out, String what) {
    return new FilterOutputStream(out) {
      private long bytes;

      @Override
      public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
        bytes += length;
        at(what, bytes / MEGABYTE, "MB");
      }

      @Override
      public void close() throws IOException {
        out.flush();
      }
    };
  }
}
