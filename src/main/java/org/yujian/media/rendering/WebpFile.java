package org.yujian.media.rendering;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Reads the chunks of a WebP file (RFC 9649). */
final class WebpFile {

  private static final int FRAME_HEADER = 16;
  private static final int HAS_ALPHA = 0x10;

  private final FileBytes file;
  private final ByteArrayOutputStream firstFrame = new ByteArrayOutputStream();
  private Rectangle canvas;
  private Rectangle frame;
  private int orientation = 1;
  private int frames;
  private byte[] profile;
  private boolean lossless;
  private boolean alpha;

  WebpFile(FileBytes file) {
    this.file = file;
    chunks(12, file.after(8, file.u32le(4)), false);
    if (frame == null) {
      throw FileBytes.truncated();
    }
    canvas = canvas == null ? frame : canvas;
  }

  private void chunks(int from, int end, boolean inFrame) {
    int at = from;
    while (at + 8 <= end) {
      long length = file.u32le(at + 4);
      int next = file.after(at, 8 + length);
      if (next > end) {
        throw FileBytes.truncated();
      }
      chunk(file.ascii(at, 4), at, (int) length, inFrame);
      // Chunks start at even places.
      at = next + (int) (length & 1);
    }
  }

  private void chunk(String type, int at, int length, boolean inFrame) {
    int data = at + 8;
    switch (type) {
      case "VP8X" -> canvas = new Rectangle(1 + file.u24le(data + 4), 1 + file.u24le(data + 7));
      case "EXIF" -> orientation = Exif.orientation(file, data, length);
      case "ICCP" -> profile = Arrays.copyOfRange(file.bytes(), data, data + length);
      case "ANMF" -> frame(data, length, inFrame);
      case "ALPH" -> pixels(at, length, true);
      case "VP8 " -> {
        size(file.u16le(data + 6) & 0x3FFF, file.u16le(data + 8) & 0x3FFF, inFrame);
        pixels(at, length, false);
      }
      case "VP8L" -> {
        long bits = file.u32le(data + 1);
        lossless = true;
        size(1 + (int) (bits & 0x3FFF), 1 + (int) (bits >> 14 & 0x3FFF), inFrame);
        pixels(at, length, false);
      }
      default -> {}
    }
  }

  private void frame(int data, int length, boolean inFrame) {
    if (inFrame || length < FRAME_HEADER) {
      throw damaged();
    }
    if (++frames == 1) {
      frame =
          new Rectangle(
              2 * file.u24le(data),
              2 * file.u24le(data + 3),
              1 + file.u24le(data + 6),
              1 + file.u24le(data + 9));
      chunks(data + FRAME_HEADER, data + length, true);
    }
  }

  /** The size in the picture data has to be the one that its container names. */
  private void size(int width, int height, boolean inFrame) {
    if (inFrame && (frame.width != width || frame.height != height)) {
      throw damaged();
    }
    if (!inFrame) {
      if (frame != null || canvas != null && (canvas.width != width || canvas.height != height)) {
        throw damaged();
      }
      frame = new Rectangle(width, height);
      frames = 1;
    }
  }

  private void pixels(int at, int length, boolean isAlpha) {
    alpha |= isAlpha;
    firstFrame.write(file.bytes(), at, 8 + length);
    if ((length & 1) == 1) {
      firstFrame.write(0);
    }
  }

  PictureHeader header() {
    return PictureHeader.stored(
        PictureHeader.WEBP, canvas.width, canvas.height, orientation, frames, lossless);
  }

  /** Where the first frame lies on the canvas. */
  Rectangle frame() {
    return frame;
  }

  byte[] profile() {
    return profile;
  }

  /** A file with the first frame only, which a decoder without animation reads. */
  byte[] still() {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.writeBytes(new byte[] {'W', 'E', 'B', 'P'});
    if (alpha) {
      chunks.writeBytes(new byte[] {'V', 'P', '8', 'X', 10, 0, 0, 0, HAS_ALPHA, 0, 0, 0});
      little(chunks, frame.width - 1, 3);
      little(chunks, frame.height - 1, 3);
    }
    chunks.writeBytes(firstFrame.toByteArray());
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(new byte[] {'R', 'I', 'F', 'F'});
    little(whole, chunks.size(), 4);
    whole.writeBytes(chunks.toByteArray());
    return whole.toByteArray();
  }

  private static void little(ByteArrayOutputStream out, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(value >> 8 * i);
    }
  }

  private static PictureRefused damaged() {
    return PictureRefused.damaged("The WebP file is damaged.");
  }
}
