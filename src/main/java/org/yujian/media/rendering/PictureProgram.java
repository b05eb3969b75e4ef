package org.yujian.media.rendering;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.yujian.shared.process.ChildProgram;

/**
 * Runs in a child process: decodes the picture from standard input and writes its renditions to
 * standard output. Started by {@link PictureRenderer}; {@link PictureResult} reads what it writes.
 *
 * <p>Arguments: {@code render} or {@code covers}, the focal point, a folder for native code.
 */
final class PictureProgram {

  static final String RENDER = "render";
  static final String COVERS = "covers";

  private PictureProgram() {}

  public static void main(String[] arguments) throws IOException {
    OutputStream standardOutput = ChildProgram.begin();
    loadNativeCode(Path.of(arguments[3]));
    Focal focal = new Focal(Double.parseDouble(arguments[1]), Double.parseDouble(arguments[2]));
    byte[] bytes = System.in.readAllBytes();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(standardOutput, 65_536))) {
      write(arguments[0], focal, bytes, out);
    }
  }

  static void write(String operation, Focal focal, byte[] bytes, DataOutputStream out)
      throws IOException {
    ImageIO.setUseCache(false);
    try {
      Renditions renditions =
          new Renditions(decoded(bytes), (name, file) -> PictureResult.writeFile(out, name, file));
      if (operation.equals(RENDER)) {
        writeWhole(bytes, renditions, out);
      }
      renditions.covers(focal);
      PictureResult.writeEnd(out);
    } catch (PictureRefused refused) {
      PictureResult.writeRefusal(out, refused);
    }
  }

  private static void writeWhole(byte[] bytes, Renditions renditions, DataOutputStream out)
      throws IOException {
    Renditions.Pair whole = renditions.whole();
    ThumbHash thumb = new ThumbHash(whole.smallest());
    String qrText = QrReader.text(whole.widest());
    PictureResult.writeFacts(out, renditions.widths(), thumb.color(), thumb.base64(), qrText);
    PictureHeader header = PictureType.checked(bytes);
    if (header.mediaType().equals(PictureHeader.GIF) && header.frames() > 1) {
      PictureResult.writeFile(
          out, PictureResult.ANIMATION, new GifFile(new FileBytes(bytes)).animation());
    }
  }

  /** Whatever a decoder throws, the file is the reason. */
  private static DecodedPicture decoded(byte[] bytes) {
    try {
      return PictureDecoder.decoded(bytes, PictureType.checked(bytes));
    } catch (PictureRefused refused) {
      throw refused;
    } catch (IOException | RuntimeException unreadable) {
      throw PictureRefused.damaged("The picture cannot be decoded.");
    } catch (OutOfMemoryError nativeMemory) {
      // Thrown by the WebP library; without memory for Java the process ends.
      throw PictureLimits.tooLarge("The picture needs too much memory. Save it smaller.");
    }
  }

  /** Loaded code needs no file any more, except on Windows, where it stays until the end. */
  private static void loadNativeCode(Path folder) {
    System.setProperty("com.luciad.imageio.webp.tmpdir", folder.toString());
    new RenditionWriter();
    LibraryFolder.remove(folder);
  }
}
