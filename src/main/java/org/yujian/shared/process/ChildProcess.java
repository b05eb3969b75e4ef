package org.yujian.shared.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yujian.shared.process.ChildFailed.Cause;

/**
 * Runs one of our main classes in a Java process of its own, with its own heap limit and class
 * path. The program reads its input from standard input and writes its result to standard output,
 * so that nothing lies on a disk; exit code 0 says that the result is whole.
 */
public final class ChildProcess {

  /**
   * How much a run may take.
   *
   * @param heapMegabytes Java heap
   * @param time from the start to the last byte of the result
   * @param resultBytes maximum length of the result
   */
  public record Limits(int heapMegabytes, Duration time, int resultBytes) {}

  /** As many as cores at once; more would only make each of them late. */
  private static final Semaphore SLOTS =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** Exit code of the JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int FIRST_HEAP = 16;

  /** Above it is 128 + the number of the signal that ended a process. */
  private static final int LAST_OF_PROGRAMS = 128;

  private static final int KEPT_ERRORS = 4_000;

  private static final Executor PIPES =
      task -> {
        Thread thread = new Thread(task, "child-process-pipe");
        thread.setDaemon(true);
        thread.start();
      };

  private ChildProcess() {}

  /**
   * Runs a program and returns what it wrote.
   *
   * @param main class with a main method
   * @param libraries name of one class of each library that the program needs
   * @throws ChildFailed when it takes more than the limits or does not end with exit code 0
   */
  public static byte[] run(
      Class<?> main, List<String> libraries, Limits limits, List<String> arguments, byte[] input) {
    boolean slot = false;
    try {
      slot = SLOTS.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
      if (!slot) {
        throw new ChildFailed(Cause.NOT_STARTED, "no free slot");
      }
      return started(command(main, libraries, limits, arguments), limits, input);
    } catch (IOException e) {
      throw new ChildFailed(Cause.NOT_STARTED, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChildFailed(Cause.NOT_STARTED, "interrupted");
    } finally {
      if (slot) {
        SLOTS.release();
      }
    }
  }

  private static List<String> command(
      Class<?> main, List<String> libraries, Limits limits, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // By default a JVM begins with a heap that fits the machine, and does not return it.
    command.add("-Xms" + Math.min(FIRST_HEAP, limits.heapMegabytes()) + "m");
    command.add("-Xmx" + limits.heapMegabytes() + "m");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            // A crash leaves no report in the working directory.
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", ClassPath.of(main, libraries), main.getName()));
    command.addAll(arguments);
    return command;
  }

  private static byte[] started(List<String> command, Limits limits, byte[] input)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    // Options for the server's JVM must not reach the child, whose limits would change.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    try {
      CompletableFuture<byte[]> errors =
          CompletableFuture.supplyAsync(() -> start(process.getErrorStream()), PIPES);
      CompletableFuture<byte[]> result =
          CompletableFuture.supplyAsync(
              () -> all(process.getInputStream(), limits.resultBytes()), PIPES);
      CompletableFuture.runAsync(() -> write(process.getOutputStream(), input), PIPES);
      byte[] bytes = result.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ChildFailed(Cause.TIME, limits.time().toString());
      }
      if (process.exitValue() != 0) {
        String text = new String(errors.get(), StandardCharsets.UTF_8);
        throw new ChildFailed(
            cause(process.exitValue()), "exit code " + process.exitValue() + ": " + text);
      }
      return bytes;
    } catch (TimeoutException e) {
      throw new ChildFailed(Cause.TIME, limits.time().toString());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ChildFailed failed) {
        throw failed;
      }
      throw new ChildFailed(Cause.ENDED, e.getCause().toString());
    } finally {
      process.destroyForcibly();
    }
  }

  private static Cause cause(int exitCode) {
    if (exitCode == OUT_OF_MEMORY) {
      return Cause.MEMORY;
    }
    return exitCode < 0 || exitCode > LAST_OF_PROGRAMS ? Cause.CRASHED : Cause.ENDED;
  }

  private static byte[] all(InputStream from, int most) {
    try (InputStream in = from) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] part = new byte[65_536];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        if (bytes.size() + read > most) {
          throw new ChildFailed(Cause.RESULT, "more than " + most + " bytes");
        }
        bytes.write(part, 0, read);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new ChildFailed(Cause.ENDED, e.toString());
    }
  }

  /** The first bytes; the rest is read too, so that the child does not wait for us. */
  private static byte[] start(InputStream from) {
    try (InputStream in = from) {
      byte[] start = in.readNBytes(KEPT_ERRORS);
      in.transferTo(OutputStream.nullOutputStream());
      return start;
    } catch (IOException closed) {
      return new byte[0];
    }
  }

  /** A child may end before it has read everything; its exit code then says why. */
  private static void write(OutputStream to, byte[] input) {
    try (OutputStream out = to) {
      out.write(input);
    } catch (IOException ended) {
      // The result or the exit code tells it.
    }
  }
}
