package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.change.Tailer;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Phone;
import org.yujian.testing.Seed;
import org.yujian.testing.ServerPlans;
import org.yujian.testing.ServerPlans.Executed;
import org.yujian.testing.SyncedPhone;

/** What the stream costs a reader who follows nearly everything and has marked much. */
@QuarkusTest
class ReaderSyncCostTest extends DeskTest {
  private static final int ARTICLES = 10_000;
  private static final int MARKS = 1_500;
  private static final int STATEMENTS = 30;
  private static final String SYNC = "/v1/me/sync?limit=";

  /** Tables that grow; what a page names of the others may be read whole. */
  private static final Set<String> BIG =
      Set.of("article", "edition", "change", "follow", "article_state", "edition_follow_target");

  @Inject AgroalDataSource database;
  @Inject SessionFactory sessions;
  @Inject Tailer tailer;

  @TestHTTPResource("/")
  URI base;

  private Statistics statistics;
  private Client client;
  private long most;

  @BeforeEach
  void fill() {
    ManyArticles.fill(tables(), ARTICLES, Seed.random("readerSyncCost"));
    Phone phone = Phone.signUp();
    client = new Client(base, phone.accessToken());
    tables().run(String.format(Locale.ROOT, FOLLOW_ALL, MARKS));
    tables().run(OTHERS);
    tables().run("analyze");
    tailer.advance();
    statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
  }

  private static final String FOLLOW_ALL =
      """
      insert into follow (reader_key, account_id, follower_id, active, followed_at, followed_seq,
          counted_from, seq)
        select r.key, a.id, gen_random_uuid(), true, now(), n, 0, n
        from reader r, (select id, row_number() over (order by md5(id::text)) n from account
          where state = 'open') a;
      insert into article_state (reader_key, article_id, account_id, feed_order, read, read_rev,
          read_at, seq)
        select r.key, a.id, a.account_id, a.feed_order, true, 1, now(), 10000 + n
        from reader r, (select *, row_number() over (order by md5(id::text)) n from article
          where state = 'published' limit %d) a;
      update reader set seq = 20000
      """;

  private static final String OTHERS =
      """
      insert into reader (id, seq, created_at, last_used_at)
        select gen_random_uuid(), 20000, now(), now() from generate_series(1, 20);
      insert into article_state (reader_key, article_id, account_id, feed_order, read, read_rev,
          read_at, seq)
        select r.key, s.article_id, s.account_id, s.feed_order, true, 1, now(), s.seq
        from reader r, article_state s where r.key <> s.reader_key;
      insert into follow (reader_key, account_id, follower_id, active, followed_at, followed_seq,
          counted_from, seq)
        select r.key, f.account_id, gen_random_uuid(), true, now(), f.seq, 0, f.seq
        from reader r, follow f where r.key <> f.reader_key
      """
          .stripTrailing();

  @AfterEach
  void empty() {
    statistics.setStatisticsEnabled(false);
    tables().empty();
  }

  private Client.Answer page(int limit, String query) {
    long before = statistics.getPrepareStatementCount();
    Client.Answer answer = client.get(SYNC + limit + query).expect(200);
    most = Math.max(most, statistics.getPrepareStatementCount() - before);
    return answer;
  }

  @Test
  void aPageCostsFewStatementsHoweverMuchItTellsAndReadsNoBigTable() {
    SyncedPhone copy = wholeCopy();
    nothingNew(copy.token());
    manyChanges(copy.token());
    plans();
    assertThat(most).isLessThanOrEqualTo(STATEMENTS);
  }

  private SyncedPhone wholeCopy() {
    SyncedPhone copy = new SyncedPhone(() -> client);
    long began = System.nanoTime();
    int pages = 1;
    while (copy.step(1_000)) {
      pages++;
    }
    System.out.printf(Locale.ROOT, "whole copy: %d pages, %d ms%n", pages, millisSince(began));
    assertThat(copy.things("follow")).hasSize((int) count("account where state = 'open'"));
    assertThat(copy.things("state")).hasSize(MARKS);
    Set<String> due =
        new HashSet<>(
            tables()
                .texts(
                    """
                    select id from (select id, row_number() over (partition by account_id
                      order by feed_order desc) n from article where state = 'published'
                      and account_id in (select account_id from follow)) a where n <= 200
                    """));
    assertThat(copy.things("article").keySet()).isEqualTo(due);
    return copy;
  }

  private void nothingNew(String token) {
    assertThat(page(1_000, "&since=" + token).json().path("changes")).isEmpty();
    // The time, who asks, the snapshot, the reader's last number.
    assertThat(most).as("nothing new").isLessThanOrEqualTo(4);
  }

  private void manyChanges(String token) {
    tables()
        .runLogged(
            """
            update article set version = version + 1 where id in
              (select id from article where state = 'published' order by md5(id::text) limit 3000)
            """);
    tailer.advance();
    long began = System.nanoTime();
    Client.Answer changed = page(1_000, "&since=" + token);
    assertThat(changed.json().path("changes").size()).isGreaterThan(1_000);
    System.out.printf(Locale.ROOT, "changes: %d ms, %d statements%n", millisSince(began), most);
  }

  private static long millisSince(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  private void plans() {
    Set<String> violations = new TreeSet<>();
    String middle = null;
    for (int i = 0; i < 6; i++) {
      middle = page(100, middle == null ? "" : "&since=" + middle).text("token");
    }
    List<String> queries = List.of("", "&since=" + middle);
    try (ServerPlans plans =
        new ServerPlans(database, tables().texts("select current_database()").get(0))) {
      plans
          .during(
              () -> {
                for (int i = 0; i < 7; i++) {
                  queries.forEach(query -> page(100, query));
                }
              })
          .forEach(one -> check(one, one.plan(), violations));
    }
    System.out.println("a page of arrivals: " + most + " statements");
    assertThat(violations).isEmpty();
  }

  private static void check(Executed one, JsonNode node, Set<String> violations) {
    String table = node.path("Relation Name").asText();
    if (BIG.contains(table) && node.path("Node Type").asText().contains("Seq Scan")) {
      violations.add(table + ": " + one.query().replaceAll("\\s+", " "));
    }
    node.path("Plans").forEach(child -> check(one, child, violations));
  }
}
