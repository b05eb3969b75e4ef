package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * Fail-over of two real servers under a running node whose URL names both: the primary is frozen,
 * its standby promoted, and the old primary runs again. {@code -Dfailover.rounds=20} for a long
 * run; the roles of the servers change with each round.
 */
class FailoverIT {
  private static final int ROUNDS = Integer.getInteger("failover.rounds", 2);
  private static final String KEY = "yj_" + "fence".repeat(9);
  private static final int BEFORE = 20;
  private static final int AFTER = 60;

  private ServerPair servers;
  private Program node;
  private Client client;
  private String name;
  private int timeline = 1;

  private void start(String test, boolean synchronous) throws Exception {
    name = "failover-" + test;
    servers = new ServerPair(name, synchronous);
    Folders.empty(name + "-node");
    launch();
    client.post("/v1/desk/accounts", Map.of("handle", "a", "name", "账号")).expect(201);
  }

  private void launch() {
    node =
        Program.start(
            Folders.path(name + "-node"),
            "quarkus.datasource.jdbc.url=" + servers.jdbcUrl(),
            "quarkus.datasource.username=yujian",
            "quarkus.datasource.password=" + ServerPair.PASSWORD,
            "yujian.secret-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "yujian.admin-key=" + KEY,
            "yujian.sample=false");
    client = new Client(node.baseUrl(), KEY);
  }

  @AfterEach
  void end() {
    if (node != null) {
      node.close();
    }
    if (servers != null) {
      servers.close();
    }
  }

  @Test
  void withASynchronousStandbyNoAcknowledgedWriteIsLost() throws Exception {
    start("synchronous", true);
    List<Long> millis = new ArrayList<>();
    int acknowledged = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      try (FailoverLoad load = FailoverLoad.start(client)) {
        node.await("writes", () -> load.written().size() >= BEFORE);
        millis.add(failOver(load));
        servers.other().thaw();
        continueBesideTheOldPrimary(load);
        load.stop();
        acknowledged += load.written().size();
        requireAllHere(load.written());
      }
      servers.rebuildStandby();
    }
    report("synchronous", millis, acknowledged + " acknowledged, 0 lost");
  }

  /** The pool and the tailer are busy while the old primary accepts connections again. */
  private void continueBesideTheOldPrimary(FailoverLoad load) {
    long thawed = System.nanoTime();
    node.await("writes beside the old primary", () -> load.since(thawed) >= AFTER);
  }

  /** Freezes the primary and promotes its standby; milliseconds until the first write after it. */
  private long failOver(FailoverLoad load) {
    servers.primary().freeze();
    servers.promoteStandby();
    long promoted = System.nanoTime();
    requireNextTimeline();
    node.await("a write after the promotion", () -> load.since(promoted) > 0);
    long first =
        load.written().stream()
            .filter(one -> one.asked() > promoted)
            .mapToLong(FailoverLoad.Written::answered)
            .min()
            .getAsLong();
    long millis = TimeUnit.NANOSECONDS.toMillis(first - promoted);
    System.out.printf(Locale.ROOT, "%s: first write after %d ms%n", name, millis);
    return millis;
  }

  /** The ordinary role sees it at once; the control file may have the older one for a while. */
  private void requireNextTimeline() {
    timeline++;
    try (Connection connection = servers.primary().ordinary()) {
      assertThat(ServerIdentity.of(connection).timeline()).isEqualTo(timeline);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void requireAllHere(List<FailoverLoad.Written> written) throws SQLException {
    Set<String> stored = new HashSet<>(articles(servers.primary()));
    List<String> all = written.stream().map(FailoverLoad.Written::article).toList();
    assertThat(all).doesNotHaveDuplicates();
    assertThat(all.stream().filter(article -> !stored.contains(article))).isEmpty();
  }

  private static List<String> articles(ReplicatedServer server) throws SQLException {
    return ServerPair.texts(server, "yujian", "select id from article");
  }

  /**
   * What the standby never received is lost. Clients that have seen it start over, others go on,
   * and nothing is written to the old primary when it runs again, also by a restarted node.
   */
  @Test
  void withAnAsynchronousStandbyClientsNoticeTheLostTail() throws Exception {
    start("asynchronous", false);
    List<Long> millis = new ArrayList<>();
    int lost = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      String before = token();
      servers.cutStandbyOff();
      List<String> tail = List.of(publish("尾一" + round), publish("尾二" + round));
      String inTheTail = token();
      try (FailoverLoad load = FailoverLoad.start(client)) {
        node.await("writes", () -> load.written().size() >= BEFORE);
        millis.add(failOver(load));
        List<String> lastOfOld = thawAndList();
        continueBesideTheOldPrimary(load);
        restart(load);
        assertThat(articles(servers.other())).containsExactlyInAnyOrderElementsOf(lastOfOld);
        load.stop();
        requireHereUnlessIn(lastOfOld, load.written());
      }
      lost += tail.size();
      requireNotice(before, inTheTail, tail);
      servers.rebuildStandby();
    }
    report("asynchronous", millis, lost + " known to be lost, all noticed");
  }

  /** As after a wrong decision to promote: until the node notices, it writes to the old primary. */
  @Test
  void aPromotionIsNoticedWhileTheOldPrimaryStillResponds() throws Exception {
    start("both", false);
    try (FailoverLoad load = FailoverLoad.start(client)) {
      node.await("writes", () -> load.written().size() >= BEFORE);
      int before = articles(servers.other()).size();
      servers.promoteStandby();
      long promoted = System.nanoTime();
      node.await("the new primary", () -> count(servers.primary()) > before + BEFORE);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - promoted);
      List<String> lastOfOld = thawAndList();
      continueBesideTheOldPrimary(load);
      load.stop();
      assertThat(articles(servers.other())).containsExactlyInAnyOrderElementsOf(lastOfOld);
      requireHereUnlessIn(lastOfOld, load.written());
      report("both run", List.of(millis), "old primary left");
    }
  }

  private static int count(ReplicatedServer server) {
    try {
      return articles(server).size();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the old primary has when it runs again; work that it was frozen in has ended. */
  private List<String> thawAndList() throws SQLException {
    servers.other().thaw();
    ServerPair.awaitIdle(servers.other());
    return articles(servers.other());
  }

  /** A node that starts while the old primary is listed first, or second, and runs. */
  private void restart(FailoverLoad load) {
    node.kill9();
    launch();
    load.use(client);
    continueBesideTheOldPrimary(load);
  }

  private void requireHereUnlessIn(List<String> old, List<FailoverLoad.Written> written)
      throws SQLException {
    requireAllHere(written.stream().filter(one -> !old.contains(one.article())).toList());
  }

  private void requireNotice(String before, String inTheTail, List<String> tail) {
    assertThat(client.get("/v1/sync?since=" + inTheTail).expect(410).code()).isNotEmpty();
    String changes = client.get("/v1/sync?since=" + before).expect(200).json().toString();
    for (String article : tail) {
      assertThat(changes).doesNotContain(article);
      client.get("/v1/articles/" + article).expect(404);
    }
    String next = publish("重来");
    assertThat(client.get("/v1/sync?since=" + token()).expect(200).items()).isEmpty();
    client.get("/v1/articles/" + next).expect(200);
  }

  private String token() {
    return client.get("/v1/sync?since=now").expect(200).text("token");
  }

  private String publish(String title) {
    String text = "# " + title + "\n\n正文" + title + "在此。\n";
    return client
        .importDocument("@a", text, true, List.of())
        .expect(201)
        .json()
        .at("/articles/0/articleId")
        .asText();
  }

  private static void report(String test, List<Long> millis, String result) {
    System.out.printf(
        Locale.ROOT,
        "FailoverIT %s: %d rounds, %s; ms from promotion to the first write: %s%n",
        test,
        millis.size(),
        result,
        millis);
  }
}
