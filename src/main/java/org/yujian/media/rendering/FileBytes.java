package org.yujian.media.rendering;

import java.nio.charset.StandardCharsets;

/** Numbers and names at places of a file. A place behind the end refuses the file. */
record FileBytes(byte[] bytes) {

  int size() {
    return bytes.length;
  }

  int u8(int at) {
    require(at, 1);
    return bytes[at] & 0xFF;
  }

  int u16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  long u32(int at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  /** Lower byte first, as in the following methods. */
  int u16le(int at) {
    return u8(at) | u8(at + 1) << 8;
  }

  int u24le(int at) {
    return u16le(at) | u8(at + 2) << 16;
  }

  long u32le(int at) {
    return u16le(at) | (long) u16le(at + 2) << 16;
  }

  String ascii(int at, int length) {
    require(at, length);
    return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
  }

  boolean hasAscii(int at, String text) {
    return at + text.length() <= bytes.length && ascii(at, text.length()).equals(text);
  }

  /** The place behind a part; refuses a part that ends behind the end of the file. */
  int after(int at, long length) {
    require(at, length);
    return (int) (at + length);
  }

  private void require(int at, long length) {
    if (at < 0 || at + length > bytes.length) {
      throw truncated();
    }
  }

  static PictureRefused truncated() {
    return new PictureRefused(
        PictureRefused.DAMAGED, "The file ends too early. Send it again, or save it again.");
  }
}
