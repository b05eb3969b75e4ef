package org.yujian.document;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.yujian.document.program.DocProgram;
import org.yujian.shared.process.ChildFailed;
import org.yujian.shared.process.ChildProcess;

/**
 * Reads Word files of 1997 to 2003 (.doc), also those that WPS saves as .wps, in a child process
 * with limited memory and time, which turns them into the parts of newer Word files.
 */
public final class DocReader implements DocumentReader {

  private static final ChildProcess.Limits LIMITS =
      new ChildProcess.Limits(96, Duration.ofSeconds(10), 48 * 1024 * 1024);

  /** One class of each library that the program needs. */
  private static final List<String> LIBRARIES =
      List.of(
          "org.apache.poi.poifs.filesystem.POIFSFileSystem",
          "org.apache.poi.hwpf.HWPFDocument",
          "org.apache.commons.io.IOUtils",
          "org.apache.commons.codec.digest.DigestUtils",
          "org.apache.logging.log4j.LogManager");

  private static final String SAVE = " Open it in Word or WPS and save it as .docx";
  private static final int LONGEST_ANSWER = 20;

  @Override
  public Result read(byte[] bytes) {
    byte[] parts;
    try {
      parts = ChildProcess.run(DocProgram.class, LIBRARIES, LIMITS, List.of(), bytes);
    } catch (ChildFailed failed) {
      failed.throwIfNotStarted();
      throw new DocumentRefused(
          DocumentRefused.DAMAGED,
          failed.isCrash()
              ? "The old Word file (.doc) is damaged." + SAVE + "."
              : "The old Word file (.doc) is too large to be read." + SAVE + ".");
    }
    if (parts.length <= LONGEST_ANSWER) {
      throw new DocumentRefused(
          DocumentRefused.UNSUPPORTED, reason(new String(parts, StandardCharsets.US_ASCII)));
    }
    return new DocxReader().read(parts);
  }

  private static String reason(String answer) {
    return switch (answer) {
      case DocProgram.PASSWORD -> "The file has a password." + SAVE + " without a password.";
      case DocProgram.OLD -> "The file was saved by Word 95 or older." + SAVE + ".";
      case DocProgram.WORKS -> "The file was saved by Microsoft Works." + SAVE + ".";
      default -> "The file is not a Word document. Upload a .docx or .doc file.";
    };
  }
}
