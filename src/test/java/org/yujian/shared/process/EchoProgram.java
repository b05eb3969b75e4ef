package org.yujian.shared.process;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/** A program for {@link ChildProcessTest}: does what its first argument says. */
final class EchoProgram {

  private EchoProgram() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    switch (arguments[0]) {
      case "echo" -> System.in.transferTo(System.out);
      case "library" -> System.out.print(Jsoup.parse("<p>read").text());
      case "memory" -> {
        List<byte[]> kept = new ArrayList<>();
        while (!kept.isEmpty() || arguments.length == 1) {
          kept.add(new byte[1_000_000]);
        }
      }
      case "deep" -> System.out.print(depth(0));
      case "long" -> write(System.out);
      // The exit code of a JVM whose native code crashed.
      case "crash" -> System.exit(134);
      case "wait" -> Thread.currentThread().join();
      default -> System.exit(7);
    }
    System.out.flush();
  }

  private static int depth(int depth) {
    return depth(depth + 1) + 1;
  }

  private static void write(OutputStream out) throws IOException {
    byte[] part = new byte[10_000];
    for (int i = 0; i < 10_000; i++) {
      out.write(part);
    }
  }
}
