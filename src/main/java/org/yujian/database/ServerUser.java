package org.yujian.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user that runs the server. PostgreSQL refuses to run as root. Then its commands run in a user
 * namespace ({@code unshare}) or, where a container forbids that, as an ordinary user ({@code
 * setpriv}) who becomes the owner of the server's folder. Where another user made that folder in a
 * data folder of its own, such as a service, they run as that user, who keeps all files.
 *
 * @param prefix arguments put before each command
 * @param owner uid that must own the server's files; negative when nothing has to change
 */
record ServerUser(List<String> prefix, int owner) {
  private static final FileOwner NOBODY = new FileOwner(65534, 65534);

  /** Changes nothing; {@link #own} gives the files to the user. */
  static ServerUser choose(DataFolder folder, Platform platform) {
    try {
      if (!platform.isLinux() || !FileOwner.isRoot()) {
        return new ServerUser(List.of(), -1);
      }
      Path dataDir = folder.home().getParent();
      FileOwner above = FileOwner.of(dataDir);
      for (ServerUser way : ways(above, FileOwner.of(folder.home()))) {
        if (way.isPossible()) {
          return way;
        }
      }
      throw above.uid() == FileOwner.ROOT ? noWay() : noWay(dataDir, above.uid());
    } catch (IOException e) {
      throw folder.failure("choose a user for PostgreSQL", e);
    }
  }

  /**
   * The users as which root can run the server, the preferred one first. The files of a service
   * stay its own: it could not start any more if they belonged to root.
   *
   * @param dataDir owner of the data folder
   * @param home owner of the server's folder in it
   */
  static List<ServerUser> ways(FileOwner dataDir, FileOwner home) {
    boolean homeOfRoot = home.uid() == FileOwner.ROOT;
    boolean dataOfRoot = dataDir.uid() == FileOwner.ROOT;
    if (!homeOfRoot && !dataOfRoot) {
      return List.of(as(home));
    }
    FileOwner ordinary = dataOfRoot ? NOBODY : dataDir;
    return List.of(
        new ServerUser(List.of("unshare", "--user"), FileOwner.ROOT),
        as(homeOfRoot ? ordinary : home));
  }

  private static ServerUser as(FileOwner user) {
    return new ServerUser(
        List.of("setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups"),
        user.uid());
  }

  private static StartupFailure noWay() {
    return new StartupFailure(
        "PostgreSQL does not run as root, and this system allows neither 'unshare --user' nor"
            + " 'setpriv' to leave root.\nStart Yujian as an ordinary user.");
  }

  private static StartupFailure noWay(Path dataDir, int uid) {
    return new StartupFailure(
        "The data folder "
            + dataDir
            + " belongs to the user "
            + uid
            + ", and this system does not allow root to run PostgreSQL as that user with"
            + " 'setpriv'.\nRun this as the user "
            + uid
            + ", or install util-linux. Nothing was changed.");
  }

  private boolean isPossible() {
    Tool.Result id = new Tool(this).run(List.of("id", "-u"));
    return id.succeeded() && !id.output().strip().equals("0");
  }

  void own(Path root) throws IOException {
    if (owner < 0 || FileOwner.of(root).uid() == owner) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.toList();
    }
    // The root folder last: its owner shows that the change is complete.
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.setAttribute(all.get(i), "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }
}
