package org.yujian.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Tells which format a ZIP file has by the names in its directory, without inflating anything. */
public final class ZipNames {

  private static final int END = 22;
  private static final int END_MARK = 0x06054B50;
  private static final int ENTRY = 46;
  private static final int ENTRY_MARK = 0x02014B50;
  private static final int FILE = 30;
  private static final int FILE_MARK = 0x04034B50;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private ZipNames() {}

  /** True if the bytes begin like a ZIP file. */
  public static boolean isZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 8;
  }

  /** True for Word files and other files of the same family. */
  public static boolean isOffice(byte[] bytes) {
    return names(bytes).stream()
        .anyMatch(name -> name.equals("[Content_Types].xml") || name.startsWith("word/"));
  }

  /** True for OpenDocument files of any kind. */
  public static boolean isOpenDocument(byte[] bytes) {
    Set<String> names = names(bytes);
    return names.contains("mimetype") && !names.contains("META-INF/container.xml");
  }

  /** The names in the directory; of a file without one, the name of its first part. */
  private static Set<String> names(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Set<String> names = new HashSet<>();
    int end = end(buffer);
    if (end < 0) {
      boolean file = bytes.length > FILE && buffer.getInt(0) == FILE_MARK;
      names.add(file ? name(bytes, FILE, buffer.getShort(26) & 0xFFFF) : "");
      return names;
    }
    int at = buffer.getInt(end + 16);
    while (at >= 0
        && at + ENTRY <= bytes.length
        && buffer.getInt(at) == ENTRY_MARK
        && names.size() <= ZipParts.MOST_ENTRIES) {
      int length = buffer.getShort(at + 28) & 0xFFFF;
      names.add(name(bytes, at + ENTRY, length));
      int more = (buffer.getShort(at + 30) & 0xFFFF) + (buffer.getShort(at + 32) & 0xFFFF);
      at += ENTRY + length + more;
    }
    return names;
  }

  private static int end(ByteBuffer buffer) {
    int first = Math.max(0, buffer.limit() - END - LONGEST_COMMENT);
    for (int i = buffer.limit() - END; i >= first; i--) {
      if (buffer.getInt(i) == END_MARK) {
        return i;
      }
    }
    return -1;
  }

  private static String name(byte[] bytes, int from, int length) {
    int whole = Math.max(0, Math.min(length, bytes.length - from));
    return new String(bytes, from, whole, StandardCharsets.ISO_8859_1);
  }
}
