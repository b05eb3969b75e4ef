package org.yujian.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the programs of PostgreSQL beside the data, once per release of the archive. A folder
 * gets its final name when its files are complete and on disk.
 */
final class Binaries {
  private static final int OWNER_EXECUTE = 0100;

  private final DataFolder folder;
  private final URL archive;

  private Binaries(DataFolder folder, URL archive) {
    this.folder = folder;
    this.archive = archive;
  }

  static void prepare(DataFolder folder, URL archive, Consumer<String> progress) {
    Binaries binaries = new Binaries(folder, archive);
    try {
      String wanted = binaries.fingerprint();
      if (!wanted.equals(DataFolder.read(binaries.mark(folder.binaries())))) {
        progress.accept("Unpacking PostgreSQL (once)...");
        binaries.replace(wanted);
      }
    } catch (IOException e) {
      throw folder.failure("unpack PostgreSQL", e);
    }
  }

  private void replace(String fingerprint) throws IOException {
    Path fresh = DataFolder.unfinished(folder.binaries());
    DataFolder.delete(fresh);
    try {
      unpack(fresh);
      Files.writeString(mark(fresh), fingerprint);
      DataFolder.delete(folder.binaries());
      DataFolder.finish(folder.binaries());
    } finally {
      DataFolder.delete(fresh);
    }
  }

  private Path mark(Path binaries) {
    return binaries.resolve("archive");
  }

  /** Name and length identify the archive's release without reading 15 MB at each start. */
  private String fingerprint() throws IOException {
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    String path = archive.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    String fingerprint = name + " " + connection.getContentLengthLong();
    // Closes the jar, which reading the length opened.
    connection.getInputStream().close();
    return fingerprint;
  }

  private void unpack(Path target) throws IOException {
    Files.createDirectory(target);
    boolean posix = DataFolder.isPosix(target);
    try (InputStream in = new BufferedInputStream(archive.openStream(), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("unexpected path in the archive: " + entry.getName());
        }
        extract(tar, entry, path, posix);
      }
    }
  }

  private static void extract(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path path, boolean posix)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    try (FileChannel file =
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(file)) {
      tar.transferTo(out);
      // Otherwise a power cut after the rename could leave empty files under the final name.
      file.force(false);
    }
    if (posix && (entry.getMode() & OWNER_EXECUTE) != 0) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(path, permissions);
    }
  }
}
