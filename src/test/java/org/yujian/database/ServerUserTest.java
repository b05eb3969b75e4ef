package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;

class ServerUserTest {
  private static final FileOwner ROOT = new FileOwner(0, 0);
  private static final FileOwner SERVICE = new FileOwner(61234, 61235);
  private static final FileOwner NOBODY = new FileOwner(65534, 65534);

  private static final ServerUser AS_SERVICE =
      new ServerUser(List.of("setpriv", "--reuid=61234", "--regid=61235", "--clear-groups"), 61234);

  @Test
  void inAFolderOfRootTheServersFilesChangeTheirOwner() {
    assertThat(ServerUser.ways(ROOT, ROOT))
        .containsExactly(
            new ServerUser(List.of("unshare", "--user"), 0),
            new ServerUser(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), 65534));
    assertThat(ServerUser.ways(ROOT, NOBODY)).isEqualTo(ServerUser.ways(ROOT, ROOT));
  }

  @Test
  void onTheFilesOfAServiceOnlyTheServiceRunsTheServer() {
    assertThat(ServerUser.ways(SERVICE, SERVICE)).containsExactly(AS_SERVICE);
    assertThat(ServerUser.ways(SERVICE, NOBODY)).extracting(ServerUser::owner).containsOnly(65534);
  }

  /** They are given to it at the end; initdb needs a user with a name, which it may lack. */
  @Test
  void filesOfRootInTheFolderOfAServiceStayAsTheyAreOrBecomeTheServices() {
    assertThat(ServerUser.ways(SERVICE, ROOT))
        .containsExactly(new ServerUser(List.of("unshare", "--user"), 0), AS_SERVICE);
  }

  @Test
  void filesOfRootAreGivenToTheOwnerOfTheirFolder() throws Exception {
    assumeTrue(FileOwner.isRoot(), "Only root can give files away.");
    Path folder = Folders.empty("files-of-root");
    Path log = Files.createDirectories(folder.resolve("data/postgres/log"));
    Path outside = Files.writeString(folder.resolve("outside"), "");
    Files.writeString(log.resolve("start.log"), "");
    Files.writeString(folder.resolve("data/owner.pid"), "");
    Path link = Files.createSymbolicLink(folder.resolve("data/link"), outside);
    Path name = Files.createLink(folder.resolve("data/name"), outside);
    Path data = folder.resolve("data");

    FileOwner.giveFilesOfRoot(data);
    assertThat(log).as("a folder of root stays").satisfies(ServerUserTest::isOfRoot);

    Files.setAttribute(data, "unix:uid", SERVICE.uid());
    Files.setAttribute(data, "unix:gid", SERVICE.gid());
    try (FolderLock used = FolderLock.acquire(new DataFolder(data.resolve("postgres")))) {
      FileOwner.giveFilesOfRoot(data);
      assertThat(used).as("a server of root runs").satisfies(lock -> isOfRoot(log));
      assertThat(FileOwner.of(data.resolve("owner.pid"))).isEqualTo(SERVICE);
    }

    FileOwner.giveFilesOfRoot(data);
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.filter(each -> !each.equals(name)).toList()) {
        Object uid = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        Object gid = Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
        assertThat(List.of(uid, gid)).as("%s", path).isEqualTo(List.of(61234, 61235));
      }
    }
    assertThat(link).isSymbolicLink();
    assertThat(outside).as("links and names lead outside").satisfies(ServerUserTest::isOfRoot);
  }

  private static void isOfRoot(Path path) throws Exception {
    assertThat(FileOwner.of(path)).isEqualTo(ROOT);
  }
}
