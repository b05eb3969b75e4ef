package org.yujian.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A backup that is read. Opening it proves by the seal at its end that it is complete and that no
 * byte of it has changed.
 */
public final class BackupFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final ZipFile zip;
  private final Manifest manifest;
  private final Progress progress;

  private BackupFile(Path path, ZipFile zip, Manifest manifest, Progress progress) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
    this.progress = progress;
  }

  /**
   * Opens a backup and reads all of it once.
   *
   * @throws BackupFailure when it is cut, damaged, of a newer format, or no backup
   */
  public static BackupFile open(Path path, Consumer<String> console) {
    if (!Files.isRegularFile(path)) {
      throw new BackupFailure("There is no file " + path + ".");
    }
    ZipFile zip = null;
    BackupFile opened = null;
    try {
      requireSeal(path);
      zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
      opened = new BackupFile(path, zip, manifest(path, zip), new Progress(console));
      return opened;
    } catch (IOException e) {
      throw new BackupFailure(path + " cannot be read: " + e.getMessage(), e);
    } finally {
      if (opened == null) {
        closeQuietly(zip);
      }
    }
  }

  private static void requireSeal(Path path) throws IOException {
    long content = Files.size(path) - SealedOutput.LENGTH;
    MessageDigest digest = DigestedOutput.sha256();
    byte[] seal;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
      byte[] buffer = new byte[BUFFER];
      for (long left = content; left > 0; ) {
        int read = in.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
        if (read == 0) {
          break;
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
      seal = in.readNBytes(SealedOutput.LENGTH + 1);
    }
    String mark = new String(seal, 0, Math.min(seal.length, SealedOutput.MARK.length()), US_ASCII);
    if (!mark.equals(SealedOutput.MARK)) {
      throw new BackupFailure(
          path
              + " is no complete backup: its end mark is missing. It was cut, changed, or is"
              + " another file.");
    }
    if (!Arrays.equals(seal, SealedOutput.seal(digest))) {
      throw new BackupFailure(path + " is damaged: its content does not match its checksum.");
    }
  }

  private static Manifest manifest(Path path, ZipFile zip) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode json;
    try (InputStream in = entry(zip, path, Manifest.ENTRY)) {
      json = mapper.readTree(in);
    }
    int format = json.path("format").asInt();
    if (format > Manifest.FORMAT) {
      throw new BackupFailure(
          path
              + " was made by a newer Yujian ("
              + json.path("program").asText()
              + ", format "
              + format
              + "); this one reads format "
              + Manifest.FORMAT
              + ".\nUse that release or a later one.");
    }
    return mapper.treeToValue(json, Manifest.class);
  }

  private static InputStream entry(ZipFile zip, Path path, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BackupFailure(path + " is no complete backup: " + name + " is missing in it.");
    }
    return zip.getInputStream(entry);
  }

  Manifest manifest() {
    return manifest;
  }

  /** One line about the content. */
  public String summary() {
    return manifest.summary();
  }

  /** The rows of a table in COPY's text format. */
  InputStream rows(Manifest.Table table) throws IOException {
    return entry(zip, path, table.entry());
  }

  void pictures(PictureArchive.Files files) throws IOException {
    try (InputStream in = entry(zip, path, Manifest.PICTURES_ENTRY)) {
      new PictureArchive(progress).read(in, manifest.pictures(), files);
    }
  }

  /**
   * Compares all content with the manifest.
   *
   * @throws BackupFailure when something differs
   */
  public void verify() {
    try {
      requireEntries();
      for (Manifest.Table table : manifest.tables()) {
        verify(table);
      }
      pictures((name, bytes) -> {});
    } catch (IOException e) {
      throw new BackupFailure(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void verify(Manifest.Table table) throws IOException {
    DigestedOutput digested =
        new DigestedOutput(progress.through(OutputStream.nullOutputStream(), table.name()));
    try (InputStream in = rows(table)) {
      in.transferTo(digested);
    }
    Manifest.Table found =
        new Manifest.Table(
            table.name(),
            table.columns(),
            digested.lines(),
            digested.bytes(),
            digested.sha256Hex());
    if (!found.equals(table)) {
      throw new BackupFailure("The table " + table.name() + " is not that of the manifest.");
    }
  }

  private void requireEntries() {
    Set<String> expected =
        manifest.tables().stream()
            .map(Manifest.Table::entry)
            .collect(Collectors.toCollection(TreeSet::new));
    expected.addAll(Set.of(Manifest.ENTRY, Manifest.PICTURES_ENTRY));
    Set<String> found =
        zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    if (!found.equals(expected)) {
      throw new BackupFailure(path + " does not contain what its manifest says.");
    }
  }

  private static void closeQuietly(ZipFile zip) {
    try {
      if (zip != null) {
        zip.close();
      }
    } catch (IOException e) {
      // It was only read.
      return;
    }
  }

  @Override
  public void close() {
    closeQuietly(zip);
  }
}
