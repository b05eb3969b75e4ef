package org.yujian.shared.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;

/** What each program does first that {@link ChildProcess} runs. */
public final class ChildProgram {

  private ChildProgram() {}

  /**
   * Gives the standard output to the program alone, because libraries may print, and ends the
   * program with the server that started it, because the server keeps its time limit.
   *
   * @return the standard output
   */
  public static OutputStream begin() {
    System.setOut(System.err);
    ProcessHandle.current()
        .parent()
        .ifPresent(server -> server.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    return new FileOutputStream(FileDescriptor.out);
  }
}
