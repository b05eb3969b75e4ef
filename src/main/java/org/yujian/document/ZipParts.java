package org.yujian.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The parts of a ZIP file in memory. Reads the whole file once and counts the bytes while it
 * inflates them, because sizes in headers can lie. Small XML parts are kept; a larger one is
 * inflated again when it is opened.
 */
final class ZipParts {

  /** Maximum size of all parts together. */
  static final int MOST_BYTES = 64 * 1024 * 1024;

  static final int MOST_ENTRIES = 10_000;

  private static final int KEPT_BYTES = 8 * 1024 * 1024;
  private static final int START = 32;
  private static final int CHUNK = 16 * 1024;
  private static final int SHORTEST_END = 22;
  private static final int LONGEST_END = SHORTEST_END + 0xFFFF;

  /** The first bytes of a picture, and its length. */
  record Start(byte[] bytes, int size) {}

  private final byte[] bytes;
  private final Set<String> names = new HashSet<>();
  private final Map<String, byte[]> kept = new HashMap<>();
  private final Map<String, Start> starts = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private long inflated;
  private int keptBytes;

  ZipParts(byte[] bytes) {
    this.bytes = bytes;
    int entries = 0;
    if (!isWhole()) {
      throw damaged();
    }
    try (ZipInputStream zip = open()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw refused("The file has more than " + MOST_ENTRIES + " parts.");
        }
        add(checked(entry.getName()), zip);
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw damaged();
    }
  }

  static DocumentRefused refused(String reason) {
    return new DocumentRefused(DocumentRefused.DAMAGED, reason);
  }

  private static DocumentRefused damaged() {
    return refused("The ZIP container of the file is damaged or encrypted.");
  }

  /** Whether the directory at the end is there, after which only a comment may stand. */
  private boolean isWhole() {
    int first = Math.max(0, bytes.length - LONGEST_END);
    for (int i = bytes.length - SHORTEST_END; i >= first; i--) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private ZipInputStream open() {
    // Part names are ASCII; ISO-8859-1 accepts any byte in other names.
    return new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1);
  }

  private static String checked(String name) {
    // Names in UTF-8 that do not say so, and those of Chinese Windows, were read as ISO-8859-1.
    boolean bytes = name.chars().allMatch(c -> c <= 0xFF) && name.chars().anyMatch(c -> c > 0x7F);
    String read = bytes ? text(name.getBytes(StandardCharsets.ISO_8859_1)) : name;
    String plain = read.replace('\\', '/');
    if (plain.startsWith("/") || ("/" + plain + "/").contains("/../")) {
      throw refused("A part of the file has a path that leads outside.");
    }
    return plain;
  }

  /** The text in UTF-8 or else GB18030; wrong bytes become marks. */
  static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, Charset.forName("GB18030"));
  }

  private void add(String name, InputStream part) throws IOException {
    boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
    // Of two parts with the same name the first one counts.
    boolean first = names.add(name);
    ByteArrayOutputStream copy = xml && first ? new ByteArrayOutputStream() : null;
    byte[] chunk = new byte[CHUNK];
    long before = inflated;
    byte[] start = part.readNBytes(START);
    count(start.length);
    if (copy != null) {
      copy.write(start, 0, start.length);
    }
    for (int read = part.read(chunk); read >= 0; read = part.read(chunk)) {
      count(read);
      if (copy != null && keptBytes + copy.size() + read <= KEPT_BYTES) {
        copy.write(chunk, 0, read);
      } else {
        copy = null;
      }
    }
    if (copy != null) {
      keptBytes += copy.size();
      kept.put(name, copy.toByteArray());
    }
    if (first) {
      sizes.put(name, (int) (inflated - before));
    }
    if (first && Pictures.isPicture(start)) {
      starts.put(name, new Start(start, sizes.get(name)));
    }
  }

  private void count(int read) {
    inflated += read;
    if (inflated > MOST_BYTES) {
      throw refused("The parts of the file are larger than 64 MB.");
    }
  }

  boolean has(String name) {
    return names.contains(name);
  }

  Set<String> names() {
    return names;
  }

  /** Opens an XML part, to be closed by the caller; null if there is no such part. */
  XmlEvents xml(String name) {
    return name != null && names.contains(name) ? new XmlEvents(part(name)) : null;
  }

  /** Length of a part. */
  int size(String name) {
    return sizes.getOrDefault(name, 0);
  }

  /** The start of a part that is a picture; null for all others. */
  Start start(String name) {
    return starts.get(name);
  }

  /** The bytes of these parts by name. The caller limits their size, which {@link Start} tells. */
  Map<String, byte[]> bytes(Set<String> wanted) {
    Map<String, byte[]> found = new HashMap<>();
    try (ZipInputStream zip = open()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = checked(entry.getName());
        if (wanted.contains(name) && !found.containsKey(name)) {
          found.put(name, zip.readAllBytes());
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw damaged();
    }
    return found;
  }

  private InputStream part(String name) {
    byte[] small = kept.get(name);
    if (small != null) {
      return new ByteArrayInputStream(small);
    }
    try {
      ZipInputStream zip = open();
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && !checked(entry.getName()).equals(name)) {
        entry = zip.getNextEntry();
      }
      return zip;
    } catch (IOException | IllegalArgumentException broken) {
      throw damaged();
    }
  }
}
