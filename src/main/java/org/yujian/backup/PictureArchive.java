package org.yujian.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.yujian.media.storage.DamagedFileException;
import org.yujian.media.storage.PictureStorage;
import org.yujian.media.storage.StorageFailed;
import org.yujian.media.storage.StoredFile;
import org.yujian.media.storage.StoredName;

/**
 * The files of the pictures as a tar archive, in which each file carries its SHA-256. One file at a
 * time is in memory, as in an upload.
 */
final class PictureArchive {
  private static final String SHA256 = "YUJIAN.sha256";
  private static final String ORIGINAL = "/original";
  private static final int LARGEST = 256 << 20;

  private final Progress progress;

  PictureArchive(Progress progress) {
    this.progress = progress;
  }

  /** Receives each file of an archive. */
  interface Files {
    void take(String name, byte[] bytes);
  }

  /**
   * Writes the files of some pictures.
   *
   * @param keys keys of the pictures; those whose original was written are removed
   */
  Manifest.Pictures write(PictureStorage storage, Set<String> keys, OutputStream to)
      throws IOException {
    Set<String> known = Set.copyOf(keys);
    DigestedOutput digested = new DigestedOutput(to);
    long files = 0;
    long bytes = 0;
    try (TarArchiveOutputStream tar =
            new TarArchiveOutputStream(digested, StandardCharsets.UTF_8.name());
        Stream<StoredName> all = storage.list()) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Iterator<StoredName> each = all.iterator(); each.hasNext(); ) {
        String name = each.next().name();
        String key = name.substring(0, name.indexOf('/'));
        Optional<byte[]> content = known.contains(key) ? read(storage, name) : Optional.empty();
        if (content.isPresent()) {
          add(tar, name, content.get());
          files++;
          bytes += content.get().length;
          if (name.endsWith(ORIGINAL)) {
            keys.remove(key);
          }
          progress.at("pictures", files, "files");
        }
      }
    }
    return new Manifest.Pictures(files, bytes, keys.size(), digested.sha256Hex());
  }

  /** Empty for a file that is damaged, or was deleted meanwhile. */
  private Optional<byte[]> read(PictureStorage storage, String name) throws IOException {
    try (StoredFile file = storage.open(name).orElse(null)) {
      return file == null ? Optional.empty() : Optional.of(file.bytes().readAllBytes());
    } catch (DamagedFileException e) {
      progress.say("  Damaged, left out: " + name);
      return Optional.empty();
    } catch (StorageFailed e) {
      if (e.reason() != StorageFailed.Reason.DAMAGED) {
        throw e;
      }
      progress.say("  Damaged, left out: " + name);
      return Optional.empty();
    }
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] bytes)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    // Equal content gives equal bytes.
    entry.setModTime(0);
    entry.addPaxHeader(SHA256, sha256(bytes));
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  /**
   * Reads an archive to its end and compares it with the manifest.
   *
   * @throws BackupFailure when they differ
   */
  void read(InputStream from, Manifest.Pictures expected, Files files) throws IOException {
    DigestedInput digested = new DigestedInput(from);
    long count = 0;
    long total = 0;
    // Closing would not read the rest, which belongs to the digest.
    TarArchiveInputStream tar = new TarArchiveInputStream(digested, StandardCharsets.UTF_8.name());
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      byte[] bytes = content(tar, entry);
      files.take(entry.getName(), bytes);
      count++;
      total += bytes.length;
      progress.at("pictures", count, "files");
    }
    digested.transferTo(OutputStream.nullOutputStream());
    Manifest.Pictures found =
        new Manifest.Pictures(count, total, expected.missing(), digested.sha256Hex());
    if (!found.equals(expected)) {
      throw new BackupFailure("The pictures are not those of the manifest: " + found);
    }
  }

  private static byte[] content(TarArchiveInputStream tar, TarArchiveEntry entry)
      throws IOException {
    if (entry.getSize() > LARGEST) {
      throw new BackupFailure("The picture " + entry.getName() + " is too large.");
    }
    byte[] bytes = tar.readNBytes((int) entry.getSize());
    if (!sha256(bytes).equals(entry.getExtraPaxHeader(SHA256))) {
      throw new BackupFailure("The picture " + entry.getName() + " is damaged.");
    }
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(DigestedOutput.sha256().digest(bytes));
  }
}
