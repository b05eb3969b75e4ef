package org.yujian.media.rendering;

/** Reads the segments of a JPEG file (ITU-T T.81) up to its first scan. */
final class JpegFile {

  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int APP1 = 0xE1;

  private static final int BASELINE = 0xC0;
  private static final int PROGRESSIVE = 0xC2;

  private final FileBytes file;
  private int frame = -1;
  private int orientation;

  private JpegFile(FileBytes file) {
    this.file = file;
  }

  static PictureHeader header(FileBytes file) {
    return new JpegFile(file).header();
  }

  private PictureHeader header() {
    int scan = firstScan();
    if (frame < 0) {
      throw damaged();
    }
    int kind = file.u8(frame + 1);
    int components = file.u8(frame + 9);
    if (kind > PROGRESSIVE || file.u8(frame + 4) != 8 || components == 2 || components > 4) {
      throw new PictureRefused(
          PictureRefused.UNSUPPORTED,
          "This kind of JPEG (lossless, arithmetic or 12 bits) is not supported. Save it again as"
              + " an ordinary JPEG.");
    }
    if (!endsAfter(scan)) {
      throw FileBytes.truncated();
    }
    // Color components in scans of their own make the decoder keep everything, as progressive does.
    boolean whole = kind == PROGRESSIVE || file.u8(scan + 4) < components;
    return PictureHeader.stored(
        PictureHeader.JPEG,
        file.u16(frame + 7),
        file.u16(frame + 5),
        Math.max(1, orientation),
        1,
        whole);
  }

  private int firstScan() {
    int at = 2;
    while (true) {
      // Decoders skip whatever is between two segments.
      while (file.u8(at) != 0xFF || file.u8(at + 1) == 0xFF || file.u8(at + 1) == 0) {
        at++;
      }
      int marker = file.u8(at + 1);
      if (marker == END) {
        throw damaged();
      }
      if (marker >= 0xD0 && marker <= 0xD8 || marker == 1) {
        at += 2;
        continue;
      }
      int length = file.u16(at + 2);
      int next = file.after(at + 2, length);
      if (marker == START_OF_SCAN) {
        return at;
      }
      segment(marker, at, length);
      at = next;
    }
  }

  private void segment(int marker, int at, int length) {
    boolean startOfFrame =
        marker >= BASELINE && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (length < 2 || startOfFrame && frame >= 0) {
      throw damaged();
    }
    if (startOfFrame) {
      frame = at;
    } else if (marker == APP1 && orientation == 0 && file.hasAscii(at + 4, Exif.PREFIX)) {
      orientation = Exif.orientation(file, at + 4, length - 2);
    }
  }

  private boolean endsAfter(int scan) {
    for (int at = file.size() - 2; at > scan; at--) {
      if (file.u8(at) == 0xFF && file.u8(at + 1) == END) {
        return true;
      }
    }
    return false;
  }

  private static PictureRefused damaged() {
    return PictureRefused.damaged("The JPEG file is damaged.");
  }
}
