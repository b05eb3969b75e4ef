package org.yujian.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The pictures of a document. Readers name one while they read the text; its bytes are taken from
 * the container at the end, in one pass.
 */
final class Pictures {

  static final int MOST = 200;

  private static final Pattern OUTSIDE = Pattern.compile("(?s)(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*");

  /** Maximum bytes of one picture, which is that of an uploaded one. */
  static final int LARGEST = 10 * 1024 * 1024;

  /** Maximum bytes of all pictures: as large as a file may be, and some more. */
  static final int MOST_BYTES = 24 * 1024 * 1024;

  /** Pictures that are not larger than this, in pixels, only arrange a page. */
  private static final int SPACER = 2;

  private final ZipParts parts;
  private final String folder;

  /** Names by the part of the container, or by the number of the given picture. */
  private final Map<String, String> names = new LinkedHashMap<>();

  private final Map<String, byte[]> given = new LinkedHashMap<>();
  private long size;

  /** For documents whose pictures are not parts of a container. */
  Pictures() {
    this(null, "");
  }

  Pictures(ZipParts parts) {
    this(parts, "");
  }

  /**
   * @param folder of the document, from which its relative addresses start
   */
  Pictures(ZipParts parts, String folder) {
    this.parts = parts;
    this.folder = folder;
  }

  /** Name of the picture at a relative address, or at its name; null if there is none. */
  String at(String address) {
    if (names.containsValue(address)) {
      return address;
    }
    if (parts == null || OUTSIDE.matcher(address).matches()) {
      return null;
    }
    String path = address.replaceAll("[?#].*", "");
    String name = take(WordLinks.resolved(folder, path.replace('\\', '/')));
    return name == null ? take(WordLinks.resolved(folder, unescaped(path))) : name;
  }

  /** The text with its percent escapes decoded, if all of them are whole. */
  static String unescaped(String text) {
    try {
      return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException noEscape) {
      return text;
    }
  }

  /** Names the picture in this part of the container; null if it cannot be taken. */
  String take(String part) {
    String known = names.get(part);
    ZipParts.Start start = parts == null || part == null ? null : parts.start(part);
    return known != null || start == null ? known : named(part, start.bytes(), start.size());
  }

  /** Names a picture; null if it cannot be taken. */
  String take(byte[] bytes) {
    String key = "#" + names.size();
    String name = named(key, bytes, bytes.length);
    if (name != null) {
      given.put(key, bytes);
    }
    return name;
  }

  private String named(String key, byte[] start, int length) {
    boolean room = names.size() < MOST && length <= LARGEST && size + length <= MOST_BYTES;
    if (!room || !isPicture(start) || isSpacer(start)) {
      return null;
    }
    size += length;
    String name = DocumentPicture.SCHEME + (names.size() + 1);
    names.put(key, name);
    return name;
  }

  /** All pictures that have a name, in the order of the document. */
  List<DocumentPicture> all() {
    Map<String, byte[]> bytes =
        parts == null || names.isEmpty() ? Map.of() : parts.bytes(names.keySet());
    List<DocumentPicture> all = new ArrayList<>();
    names.forEach(
        (key, name) -> all.add(new DocumentPicture(name, given.getOrDefault(key, bytes.get(key)))));
    return all;
  }

  /** Judged by the first bytes: vector formats of offices and others are no pictures here. */
  static boolean isPicture(byte[] bytes) {
    return starts(bytes, 0, "\u00FF\u00D8\u00FF")
        || starts(bytes, 0, "\u0089PNG\r\n")
        || starts(bytes, 0, "GIF8")
        || starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP");
  }

  private static boolean isSpacer(byte[] bytes) {
    if (starts(bytes, 0, "GIF8") && bytes.length > 9) {
      return number(bytes, 7, 6) <= SPACER || number(bytes, 9, 8) <= SPACER;
    }
    return starts(bytes, 0, "\u0089PNG")
        && bytes.length > 23
        && (number(bytes, 16, 17, 18, 19) <= SPACER || number(bytes, 20, 21, 22, 23) <= SPACER);
  }

  /** The number in the bytes at these places, highest first. */
  private static long number(byte[] bytes, int... places) {
    long number = 0;
    for (int place : places) {
      number = number << 8 | bytes[place] & 0xFF;
    }
    return number;
  }

  private static boolean starts(byte[] bytes, int from, String start) {
    for (int i = 0; i < start.length(); i++) {
      if (bytes.length <= from + i || (bytes[from + i] & 0xFF) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
