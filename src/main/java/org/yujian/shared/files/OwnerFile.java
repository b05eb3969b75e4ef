package org.yujian.shared.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files with a secret, which only the owner of the process may read (mode 0600). */
public final class OwnerFile {
  private OwnerFile() {}

  /** Writes a temporary file and renames it, so that the file is complete or missing. */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    String name = file.getFileName().toString();
    Path beside = Files.createTempFile(file.getParent(), name, ".new", ownerOnly());
    DurableFiles.write(beside, (text + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    DurableFiles.syncFolder(file.getParent());
  }

  /** Creates an empty file; what has its name is deleted first. */
  public static void create(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, ownerOnly());
  }

  /** Creates the folders of the path that do not exist, which only the owner may enter. */
  public static void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
  }

  private static FileAttribute<?>[] ownerOnly() {
    return mode("rw-------");
  }

  private static FileAttribute<?>[] mode(String mode) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
