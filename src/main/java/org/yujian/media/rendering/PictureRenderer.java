package org.yujian.media.rendering;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.yujian.shared.process.ChildFailed;
import org.yujian.shared.process.ChildProcess;

/**
 * Turns the bytes of an uploaded picture into renditions for phones. {@code render} and {@code
 * covers} run {@link PictureProgram} in a child process and block until it ends, so callers are on
 * a worker thread and outside of a transaction.
 */
public final class PictureRenderer {

  private static final Logger LOG = Logger.getLogger(PictureRenderer.class);

  private static final Duration TIME = Duration.ofSeconds(20);

  static final ChildProcess.Limits LIMITS = new ChildProcess.Limits(224, TIME, 64 * 1024 * 1024);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** One class of each library that the child process needs. */
  static final List<String> LIBRARIES =
      List.of(
          "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi",
          "com.twelvemonkeys.imageio.ImageReaderBase",
          "com.twelvemonkeys.imageio.metadata.Directory",
          "com.twelvemonkeys.lang.Validate",
          "com.twelvemonkeys.io.SubStream",
          "com.twelvemonkeys.image.ImageUtil",
          "com.luciad.imageio.webp.WebPWriteParam",
          "kotlin.Unit",
          "com.google.zxing.qrcode.QRCodeReader");

  /** For pictures whose decoder takes memory for all pixels, outside of the Java heap. */
  private static final Semaphore WHOLE_IN_MEMORY = new Semaphore(1, true);

  private PictureRenderer() {}

  /**
   * Reads the header only. Quick, for any bytes.
   *
   * @throws PictureRefused when the type is not supported, the file is not whole or the picture is
   *     larger than the limits
   */
  public static PictureHeader inspect(byte[] bytes) {
    return PictureType.checked(bytes);
  }

  /**
   * All renditions and facts.
   *
   * @throws PictureRefused as {@link #inspect}, and when the pixels cannot be decoded
   * @throws ChildFailed when no process is free for minutes
   */
  public static RenderedPicture render(byte[] bytes, Focal focal) {
    PictureHeader header = inspect(bytes);
    return run(PictureProgram.RENDER, bytes, header, focal).picture(header);
  }

  /**
   * Only the covers, by name as in {@link RenderedPicture#files}, for another focal point.
   *
   * @throws PictureRefused as {@link #render}
   */
  public static Map<String, byte[]> covers(byte[] bytes, Focal focal) {
    return run(PictureProgram.COVERS, bytes, inspect(bytes), focal).files();
  }

  /**
   * Removes temporary folders of renderings whose process was killed. For the start of the program.
   *
   * @param now milliseconds since 1970
   */
  public static void removeLeftFolders(long now) {
    LibraryFolder.removeLeft(now);
  }

  private static PictureResult run(
      String operation, byte[] bytes, PictureHeader header, Focal focal) {
    if (!header.wholeInMemory()) {
      return run(operation, bytes, focal);
    }
    boolean alone = false;
    try {
      alone = WHOLE_IN_MEMORY.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
      if (!alone) {
        throw PictureLimits.tooLarge("Other large pictures are waiting. Try again later.");
      }
      return run(operation, bytes, focal);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      if (alone) {
        WHOLE_IN_MEMORY.release();
      }
    }
  }

  private static PictureResult run(String operation, byte[] bytes, Focal focal) {
    try (LibraryFolder folder = new LibraryFolder()) {
      List<String> arguments =
          List.of(operation, Double.toString(focal.x()), Double.toString(focal.y()), folder.path());
      return new PictureResult(
          ChildProcess.run(PictureProgram.class, LIBRARIES, LIMITS, arguments, bytes));
    } catch (ChildFailed failed) {
      LOG.warn("A picture was not rendered", failed);
      throw refusal(failed);
    }
  }

  private static RuntimeException refusal(ChildFailed failed) {
    return switch (failed.reason()) {
      case TIME ->
          PictureLimits.tooLarge(
              "The picture took longer than "
                  + TIME.toSeconds()
                  + " seconds. Try again later, or save it smaller.");
      case MEMORY, RESULT ->
          PictureLimits.tooLarge("The picture needs too much memory. Save it smaller.");
      case CRASHED -> PictureRefused.damaged("The picture cannot be decoded.");
      case ENDED, NOT_STARTED -> failed;
    };
  }
}
