package org.yujian.media.rendering;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;

/** Reads the blocks of a GIF file (GIF89a) and copies an animation without what is not shown. */
final class GifFile {

  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;
  private static final int HEADER_LENGTH = 13;
  private static final int DESCRIPTOR_LENGTH = 10;

  private final FileBytes file;
  private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
  private final Rectangle canvas;
  private Rectangle firstFrame;
  private int frames;

  GifFile(FileBytes file) {
    this.file = file;
    canvas = new Rectangle(file.u16le(6), file.u16le(8));
    int at = HEADER_LENGTH + colorTable(file.u8(10));
    clean.write(file.bytes(), HEADER_LENGTH, file.after(0, at) - HEADER_LENGTH);
    // Some programs forget the trailer.
    while (at < file.size() && file.u8(at) != TRAILER) {
      at = block(at);
    }
    if (frames == 0) {
      throw FileBytes.truncated();
    }
    clean.write(TRAILER);
  }

  /** Returns the place behind a block. */
  private int block(int at) {
    if (file.u8(at) == IMAGE) {
      return image(at);
    }
    if (file.u8(at) != EXTENSION) {
      throw PictureRefused.damaged("The GIF file is damaged.");
    }
    int end = afterSubBlocks(at + 2);
    int label = file.u8(at + 1);
    if (label == GRAPHIC_CONTROL && end == at + 8) {
      clean.write(file.bytes(), at, end - at);
    } else if (label == APPLICATION && isLoop(at)) {
      clean.write(file.bytes(), at, 18);
      clean.write(0);
    }
    return end;
  }

  private int image(int at) {
    Rectangle frame =
        new Rectangle(
            file.u16le(at + 1), file.u16le(at + 3), file.u16le(at + 5), file.u16le(at + 7));
    int end = afterSubBlocks(at + DESCRIPTOR_LENGTH + colorTable(file.u8(at + 9)) + 1);
    firstFrame = firstFrame == null ? frame : firstFrame;
    canvas.add(frame);
    frames++;
    clean.write(file.bytes(), at, end - at);
    return end;
  }

  private boolean isLoop(int at) {
    return (file.hasAscii(at + 3, "NETSCAPE2.0") || file.hasAscii(at + 3, "ANIMEXTS1.0"))
        && file.u8(at + 14) == 3
        && file.u8(at + 15) == 1;
  }

  private int afterSubBlocks(int from) {
    int at = from;
    while (file.u8(at) != 0) {
      at = file.after(at, 1 + file.u8(at));
    }
    return at + 1;
  }

  /** Length in bytes of the color table that these flags announce. */
  private static int colorTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  PictureHeader header() {
    return new PictureHeader(PictureHeader.GIF, canvas.width, canvas.height, 1, frames, false);
  }

  /** Where the first frame lies on the canvas. */
  Rectangle firstFrame() {
    return firstFrame;
  }

  /** The frames with their times and the loop, without comments, texts and data of programs. */
  byte[] animation() {
    byte[] blocks = clean.toByteArray();
    ByteArrayOutputStream gif = new ByteArrayOutputStream(HEADER_LENGTH + blocks.length);
    byte[] header = {
      'G',
      'I',
      'F',
      '8',
      '9',
      'a',
      (byte) canvas.width,
      (byte) (canvas.width >> 8),
      (byte) canvas.height,
      (byte) (canvas.height >> 8),
      (byte) file.u8(10),
      (byte) file.u8(11),
      0
    };
    gif.writeBytes(header);
    gif.writeBytes(blocks);
    return gif.toByteArray();
  }
}
