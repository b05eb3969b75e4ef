package org.yujian.media.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;

/** Reads the chunks of a PNG file (ISO/IEC 15948). */
final class PngFile {

  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  private static final int LARGEST_PROFILE = 4 * 1024 * 1024;
  private static final int CHUNK_FRAME = 12;

  private final FileBytes file;
  private int orientation = 1;
  private int frames = 1;
  private int profile = -1;
  private boolean pixels;

  PngFile(FileBytes file) {
    this.file = file;
    if (!file.hasAscii(SIGNATURE.length() + 4, "IHDR")) {
      throw PictureRefused.damaged("The PNG file is damaged.");
    }
    int at = SIGNATURE.length();
    String type = "";
    while (!type.equals("IEND")) {
      long length = file.u32(at);
      type = file.ascii(at + 4, 4);
      int next = file.after(at, CHUNK_FRAME + length);
      chunk(type, at + 8, (int) length);
      at = next;
    }
    if (!pixels) {
      throw FileBytes.truncated();
    }
  }

  private void chunk(String type, int at, int length) {
    switch (type) {
      case "IDAT" -> pixels = true;
      case "eXIf" -> orientation = Exif.orientation(file, at, length);
      case "iCCP" -> profile = at;
      // An animation; only its first picture is read.
      case "acTL" -> frames = (int) Math.max(1, Math.min(file.u32(at), Integer.MAX_VALUE));
      default -> {}
    }
  }

  PictureHeader header() {
    int at = SIGNATURE.length() + 8;
    boolean interlaced = file.u8(at + 12) != 0;
    return PictureHeader.stored(
        PictureHeader.PNG,
        (int) Math.min(file.u32(at), Integer.MAX_VALUE),
        (int) Math.min(file.u32(at + 4), Integer.MAX_VALUE),
        orientation,
        frames,
        interlaced);
  }

  /** Memory for a pixel while it is decoded: as it is stored, and as ARGB. */
  int pixelBytes() {
    return file.u8(SIGNATURE.length() + 16) == 16 ? 12 : 4;
  }

  /** The ICC profile, or null when there is none that can be read. */
  byte[] profile() {
    if (profile < 0) {
      return null;
    }
    int length = (int) file.u32(profile - 8);
    int data = profile;
    while (data < profile + length && file.u8(data) != 0) {
      data++;
    }
    data += 2;
    if (data >= profile + length) {
      return null;
    }
    try (InflaterInputStream in =
        new InflaterInputStream(
            new ByteArrayInputStream(file.bytes(), data, profile + length - data))) {
      byte[] bytes = in.readNBytes(LARGEST_PROFILE);
      return bytes.length < LARGEST_PROFILE ? bytes : null;
    } catch (IOException damaged) {
      return null;
    }
  }
}
