package org.yujian.media.rendering;

/** The orientation in EXIF data (CIPA DC-008), which has the form of a TIFF file. */
final class Exif {

  /** Before the TIFF header in JPEG, and in WebP files of some programs. */
  static final String PREFIX = "Exif\0\0";

  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_LENGTH = 12;

  private Exif() {}

  /** 1 to 8; damaged or missing data is 1, for it does not make a picture unreadable. */
  static int orientation(FileBytes file, int from, int length) {
    int start = file.hasAscii(from, PREFIX) ? from + PREFIX.length() : from;
    try {
      return orientation(file, start, from + length, file.ascii(start, 2).equals("II"));
    } catch (PictureRefused damaged) {
      return 1;
    }
  }

  private static int orientation(FileBytes file, int start, int end, boolean little) {
    long offset = little ? file.u32le(start + 4) : file.u32(start + 4);
    if (offset > end - start) {
      return 1;
    }
    int directory = start + (int) offset;
    int entries = u16(file, directory, little);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_LENGTH;
      if (entry + ENTRY_LENGTH > end) {
        return 1;
      }
      if (u16(file, entry, little) == ORIENTATION) {
        int value = u16(file, entry + 8, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  private static int u16(FileBytes file, int at, boolean little) {
    return little ? file.u16le(at) : file.u16(at);
  }
}
