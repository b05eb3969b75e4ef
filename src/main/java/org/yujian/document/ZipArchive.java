package org.yujian.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file with documents and the pictures that they show by relative addresses, as programs
 * export Markdown and HTML. Archives inside it are refused; other files in it are ignored.
 */
public final class ZipArchive {

  /** Maximum number of documents in one archive. */
  public static final int MOST_DOCUMENTS = 100;

  private static final int LARGEST = 20 * 1024 * 1024;
  private static final Pattern DOCUMENT =
      Pattern.compile(".*\\.(?:md|markdown|txt|text|html?|xhtml|docx|doc|wps|odt|pdf)");
  private static final Pattern WITH_PICTURES =
      Pattern.compile(".*\\.(?:md|markdown|html?|xhtml|txt)");
  private static final Pattern ARCHIVE = Pattern.compile(".*\\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz)");

  /** Files that operating systems add. */
  private static final Pattern SYSTEM = Pattern.compile("(?:.*/)?(?:__macosx/.*|\\.[^/]*)");

  /** A file that can be imported by itself. */
  public record Entry(String name, byte[] bytes) {}

  private final ZipParts parts;

  /** Names of the documents, with folders, in alphabetical order. */
  private final List<String> documents;

  private ZipArchive(byte[] bytes) {
    parts = new ZipParts(bytes);
    Set<String> found = new TreeSet<>();
    for (String name : parts.names()) {
      String plain = name.toLowerCase(Locale.ROOT);
      if (SYSTEM.matcher(plain).matches() || name.endsWith("/")) {
        continue;
      }
      if (ARCHIVE.matcher(plain).matches()) {
        throw refused("The ZIP file holds another archive. Unpack that one and upload its files.");
      }
      if (DOCUMENT.matcher(plain).matches()) {
        found.add(name);
      }
    }
    if (found.isEmpty()) {
      throw refused(
          "The ZIP file holds no document. Put a Markdown, HTML, text or Word file into it.");
    }
    if (found.size() > MOST_DOCUMENTS) {
      throw refused("The ZIP file holds more than " + MOST_DOCUMENTS + " documents. Split it.");
    }
    if (found.stream().anyMatch(name -> parts.size(name) > LARGEST)) {
      throw refused("A document in the ZIP file is larger than 20 MB.");
    }
    documents = List.copyOf(found);
  }

  private static DocumentRefused refused(String reason) {
    return new DocumentRefused(DocumentRefused.UNSUPPORTED, reason);
  }

  /**
   * The document of an archive that holds one.
   *
   * @throws DocumentRefused when it holds none or several, or is damaged
   */
  public static ZipDocument only(byte[] bytes) {
    ZipArchive archive = new ZipArchive(bytes);
    if (archive.documents.size() > 1) {
      throw refused(
          "The ZIP file holds "
              + archive.documents.size()
              + " documents. Upload each with its pictures.");
    }
    String name = archive.documents.get(0);
    byte[] content = archive.parts.bytes(Set.of(name)).get(name);
    return new ZipDocument(fileName(name), content, new Pictures(archive.parts, folder(name)));
  }

  /**
   * Splits an archive into files that can be imported one by one: a document as it is, or a ZIP
   * file with one document and the pictures whose names it contains.
   *
   * @throws DocumentRefused when it holds no document, or is damaged
   */
  public static List<Entry> documents(byte[] bytes) {
    ZipArchive archive = new ZipArchive(bytes);
    if (archive.documents.size() == 1) {
      return List.of(new Entry(fileName(archive.documents.get(0)), bytes));
    }
    List<Entry> entries = new ArrayList<>();
    for (String name : archive.documents) {
      entries.add(archive.entry(name));
    }
    return entries;
  }

  private Entry entry(String name) {
    byte[] content = parts.bytes(Set.of(name)).get(name);
    Set<String> shown =
        WITH_PICTURES.matcher(name.toLowerCase(Locale.ROOT)).matches() ? shown(content) : Set.of();
    if (shown.isEmpty()) {
      return new Entry(fileName(name), content);
    }
    Map<String, byte[]> files = new TreeMap<>(parts.bytes(shown));
    files.put(name, content);
    return new Entry(fileName(name), zip(files));
  }

  /** The pictures whose file names are in the document. */
  private Set<String> shown(byte[] content) {
    String text = Pictures.unescaped(ZipParts.text(content));
    Set<String> shown = new TreeSet<>();
    for (String name : parts.names()) {
      if (parts.start(name) != null && text.contains(fileName(name))) {
        shown.add(name);
      }
    }
    return shown;
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        // The same content makes the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String folder(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  private static String fileName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
