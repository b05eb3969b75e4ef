package org.yujian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yujian.shared.files.DurableFiles;
import org.yujian.shared.files.FileFailure;

/** Paths and file operations in the embedded server's folder, {@code <data-dir>/postgres}. */
record DataFolder(Path home) {
  private static final long ALMOST_NOTHING = 16L << 20;

  /** Creates the folder, closed to other users, if it does not exist. */
  static DataFolder open(Path dataDir) {
    Path home = of(dataDir).home();
    try {
      Files.createDirectories(home.getParent());
      if (Files.notExists(home)) {
        createPrivate(home);
      }
      // Running processes are identified by the real path.
      return new DataFolder(home.toRealPath());
    } catch (IOException e) {
      throw new DataFolder(home).failure("prepare the data folder", e);
    }
  }

  /** The folder, without access to the disk. */
  static DataFolder of(Path dataDir) {
    return new DataFolder(dataDir.toAbsolutePath().normalize().resolve("postgres"));
  }

  Path lock() {
    return home.resolve("lock");
  }

  Path owner() {
    return home.resolve("owner.pid");
  }

  Path binaries() {
    return home.resolve("binaries");
  }

  Path cluster() {
    return home.resolve("cluster");
  }

  Path postmasterPid() {
    return cluster().resolve("postmaster.pid");
  }

  Path password() {
    return home.resolve("password");
  }

  Path superuserPassword() {
    return home.resolve("superuser-password");
  }

  Path logs() {
    return home.resolve("log");
  }

  /** Temporary name for work that becomes visible atomically by a rename. */
  static Path unfinished(Path target) {
    return target.resolveSibling(target.getFileName() + ".new");
  }

  /** Renames finished work to its final name and syncs the rename to disk. */
  static void finish(Path target) throws IOException {
    Files.move(unfinished(target), target, StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.syncFolder(target.getParent());
  }

  static void createPrivate(Path folder) throws IOException {
    if (isPosix(folder.getParent())) {
      var onlyOwner = PosixFilePermissions.fromString("rwx------");
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(onlyOwner));
    } else {
      Files.createDirectory(folder);
    }
  }

  static boolean isPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  static void delete(Path root) throws IOException {
    if (Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  StartupFailure failure(String what, IOException cause) {
    String text = FileFailure.reason(cause);
    if (isFull(text)) {
      return diskFull(what);
    }
    if (cause instanceof AccessDeniedException || text.contains("Read-only file system")) {
      return new StartupFailure(
          "Cannot "
              + what
              + ": "
              + text
              + ".\nYujian needs to write to "
              + home.getParent()
              + "; give it a folder it may write to with -Dyujian.data-dir=FOLDER"
              + " or YUJIAN_DATA_DIR.");
    }
    return new StartupFailure(
        "Cannot "
            + what
            + " in "
            + home
            + ": "
            + text
            + ".\nName another folder with YUJIAN_DATA_DIR or -Dyujian.data-dir=FOLDER.");
  }

  StartupFailure diskFull(String what) {
    return new StartupFailure(
        "Cannot "
            + what
            + ": the disk is full.\nMake room on the file system of "
            + home
            + " (a new database takes about 150 MB) and start again. Nothing was lost.");
  }

  /** Whether the error message or the file system says that no space is left. */
  boolean isFull(String text) {
    return DurableFiles.isFull(text, home, ALMOST_NOTHING);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
