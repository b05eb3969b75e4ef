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
 * setpriv}) who becomes the owner of the server's folder.
 *
 * @param prefix arguments put before each command
 * @param owner uid that must own the server's files; negative when nothing has to change
 */
record ServerUser(List<String> prefix, int owner) {
  private static final String UID = "unix:uid";
  private static final int NOBODY = 65534;

  static ServerUser choose(DataFolder folder, Platform platform) {
    try {
      if (!platform.isLinux() || uidOf(Path.of("/proc/self")) != 0) {
        return new ServerUser(List.of(), -1);
      }
      int ordinary = uidOf(folder.home()) == 0 ? NOBODY : uidOf(folder.home());
      String id = Integer.toString(ordinary);
      List<ServerUser> ways =
          List.of(
              new ServerUser(List.of("unshare", "--user"), 0),
              new ServerUser(
                  List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups"),
                  ordinary));
      for (ServerUser way : ways) {
        if (way.isPossible()) {
          way.own(folder.home());
          return way;
        }
      }
    } catch (IOException e) {
      throw folder.failure("choose a user for PostgreSQL", e);
    }
    throw new StartupFailure(
        "PostgreSQL does not run as root, and this system allows neither 'unshare --user' nor"
            + " 'setpriv' to leave root.\nStart Yujian as an ordinary user.");
  }

  private boolean isPossible() {
    Tool.Result id = new Tool(this).run(List.of("id", "-u"));
    return id.succeeded() && !id.output().strip().equals("0");
  }

  void own(Path root) throws IOException {
    if (owner < 0 || uidOf(root) == owner) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.toList();
    }
    // The root folder last: its owner shows that the change is complete.
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.setAttribute(all.get(i), UID, owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  private static int uidOf(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, UID);
  }
}
