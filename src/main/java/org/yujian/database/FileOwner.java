package org.yujian.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * The user and group that own a file on Linux.
 *
 * @param uid number of the user
 * @param gid number of the group
 */
public record FileOwner(int uid, int gid) {
  static final int ROOT = 0;

  /** Where Linux tells the user that this process runs as. */
  private static final Path SELF = Path.of("/proc/self");

  /** The owner of a file, or of the target of a link. */
  static FileOwner of(Path path) throws IOException {
    return of(Files.readAttributes(path, "unix:uid,gid"));
  }

  private static FileOwner of(Map<String, Object> attributes) {
    return new FileOwner((Integer) attributes.get("uid"), (Integer) attributes.get("gid"));
  }

  /** Whether this process runs as root on Linux. */
  static boolean isRoot() throws IOException {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
        && Files.exists(SELF)
        && of(SELF).uid() == ROOT;
  }

  /**
   * After work as root in a data folder of another user: gives each file of root in it to the owner
   * of its folder, so that the program can use it when that user runs it. Leaves the server's
   * folder alone while another Yujian uses it. Does nothing in a data folder of root, or for other
   * users than root.
   *
   * @throws IOException when a file cannot be given away
   */
  public static void giveFilesOfRoot(Path dataDir) throws IOException {
    if (isRoot() && Files.isDirectory(dataDir) && of(dataDir).uid() != ROOT) {
      DataFolder folder = new DataFolder(dataDir.toRealPath().resolve("postgres"));
      // The server of a program that root runs there may need its files to be root's.
      boolean used = Files.exists(folder.lock()) && FolderLock.isHeld(folder);
      Files.walkFileTree(dataDir.toRealPath(), new Giver(used ? folder.home() : null));
    }
  }

  private static final class Giver extends SimpleFileVisitor<Path> {
    private final Path used;

    Giver(Path used) {
      this.used = used;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes read)
        throws IOException {
      // lost+found is the file system's, on a volume of its own.
      if (folder.equals(used) || folder.endsWith("lost+found")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      give(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes read) throws IOException {
      give(file);
      return FileVisitResult.CONTINUE;
    }

    /** A running program may delete files meanwhile. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw failure;
      }
      return FileVisitResult.CONTINUE;
    }

    /** The folder was given before, so that what lies deeper gets the same owner. */
    private static void give(Path path) throws IOException {
      try {
        Map<String, Object> read =
            Files.readAttributes(path, "unix:uid,gid,nlink", LinkOption.NOFOLLOW_LINKS);
        boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        // Another name of a file may lead to one outside.
        if (of(read).uid() == ROOT && (folder || (Integer) read.get("nlink") == 1)) {
          FileOwner owner = of(path.getParent());
          Files.setAttribute(path, "unix:gid", owner.gid(), LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(path, "unix:uid", owner.uid(), LinkOption.NOFOLLOW_LINKS);
        }
      } catch (IOException e) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          throw e;
        }
      }
    }
  }
}
