package org.yujian.home;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yujian.cache.ResponseCache;
import org.yujian.change.Tailer;
import org.yujian.shared.page.Cursor;
import org.yujian.shared.page.Direction;
import org.yujian.shared.page.PageKey;
import org.yujian.testing.Client;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.PostgresResource;
import org.yujian.testing.Report;
import org.yujian.testing.Seed;
import org.yujian.testing.Tables;

/**
 * The home feed beside the plain list, on 1,000,000 articles of 5,000 accounts, of which few have
 * most (Zipf): at the top and below the heads, for 300 and 2,000 follows by chance, and for an
 * account with 10 followers beside one with 1,000,000. All are asked in turn, so that what else the
 * machine does falls on all alike. The plain list is made anew each time: a home feed is never
 * remembered. Not part of the build: {@code mvn -B test -Dtest=HomeFeedBench}, {@code
 * -Dbench.articles=100000} for a short look.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class HomeFeedBench {
  private static final Report REPORT = new Report(HomeFeedBench.class);
  private static final int ARTICLES = Integer.getInteger("bench.articles", 1_000_000);
  private static final int FOLLOWERS = Integer.getInteger("bench.followers", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 1_000);
  private static final int WARM_UP = 500;
  private static final int ACCOUNTS = 5_000;
  private static final String PLAIN = "plain list, made anew";

  /** Without them the fill takes its rows' word for it that the log has them. */
  private static final List<String> GUARDED =
      List.of("account", "tag", "follow_target", "edition", "article");

  private static final List<String> GUARDED_PARTS = List.of("article_tag", "edition_follow_target");

  private record Reader(String id, String token) {}

  @Inject AgroalDataSource database;
  @Inject ResponseCache answers;
  @Inject Tailer tailer;

  @TestHTTPResource("/")
  URI base;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Supplier<HttpRequest>> requests = new LinkedHashMap<>();
  private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
  private Random random;
  private Tables tables;

  @Test
  void besideThePlainList() throws IOException, InterruptedException {
    random = Seed.random("home feed");
    tables = new Tables(database);
    fill();
    Reader usual = reader("order by md5(id::text) limit 300");
    Reader eager = reader("order by md5(id::text) limit 2000");
    Reader ofSmall = reader("and handle = 'a400'");
    Reader ofBig = reader("and handle = 'a401'");
    followers("a400", 10);
    followers("a401", FOLLOWERS);
    tables.run("vacuum analyze follow");
    requests.put(PLAIN, this::plain);
    requests.put("plain list, remembered", () -> get("/v1/articles", null));
    requests.put("home, 300 follows", () -> get("/v1/me/feed", usual));
    requests.put("home, 300 follows, editions", () -> get("/v1/me/feed?group=edition", usual));
    requests.put("home, 2000 follows", () -> get("/v1/me/feed", eager));
    requests.put("below the heads, 300 follows", () -> below(usual));
    requests.put("below the heads, 2000 follows", () -> below(eager));
    requests.put("one account of 10 followers", () -> get("/v1/me/feed", ofSmall));
    requests.put("one account of many followers", () -> get("/v1/me/feed", ofBig));
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      if (round == 0 || round == WARM_UP) {
        nanos.clear();
      }
      for (Map.Entry<String, Supplier<HttpRequest>> request : requests.entrySet()) {
        measure(request.getKey(), request.getValue().get());
      }
      if (round == 0) {
        nanos.forEach((what, times) -> REPORT.line("first: %s %.1f ms", what, ms(times, 0)));
      }
    }
    nanos.forEach(this::print);
    tables.empty();
  }

  private void fill() {
    tables.empty();
    guard("disable");
    long began = System.nanoTime();
    ManyArticles.fill(tables, ARTICLES, ACCOUNTS, random);
    guard("enable");
    // As the server's own housekeeping leaves it.
    List.of("article", "account", "tag").forEach(table -> tables.run("vacuum analyze " + table));
    long newest = tables.number("select max(seq) from change");
    while (tailer.position().seq() < newest) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    REPORT.line(
        "%d live articles, the largest account has %d, the median one %d; filled in %d s",
        tables.number("select count(*) from article where state = 'published'"),
        tables.number("select max(c) from (select count(*) c from article group by account_id) t"),
        tables.number(
            """
            select percentile_disc(0.5) within group (order by c)
            from (select count(*) c from article group by account_id) t
            """),
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
  }

  private void guard(String what) {
    GUARDED.forEach(
        table -> tables.run("alter table " + table + " " + what + " trigger change_guard_insert"));
    GUARDED_PARTS.forEach(
        table -> tables.run("alter table " + table + " " + what + " trigger change_guard"));
  }

  /** Follows the open accounts that the end of a query names. */
  private Reader reader(String accounts) {
    Client.Answer tokens = new Client(base, "none").post("/v1/devices", Map.of()).expect(201);
    String id = tokens.text("readerId");
    tables.run(
        String.format(
            Locale.ROOT,
            """
            insert into follow (reader_key, account_id, follower_id, active, followed_at, followed_seq,
                counted_from, seq)
              select (select key from reader where id = '%s'), id, gen_random_uuid(), true, now(),
                row_number() over (), 0, 1
              from (select id from account where state = 'open' %s) a
            """,
            id,
            accounts));
    return new Reader(id, tokens.text("accessToken"));
  }

  /** Readers first: while they are few by the statistics, each key is looked for in all of them. */
  private void followers(String handle, int count) {
    tables.run(
        "insert into reader (id, created_at, last_used_at) select gen_random_uuid(), now(), now()"
            + " from generate_series(1, "
            + count
            + ")");
    tables.run("vacuum analyze reader");
    tables.run(
        String.format(
            Locale.ROOT,
            """
            insert into follow (reader_key, account_id, follower_id, active, followed_at, followed_seq,
                counted_from, seq)
              select key, (select id from account where handle = '%s'), gen_random_uuid(), true, now(),
                1, 0, 1
              from (select key from reader order by key desc limit %d) r
            """,
            handle,
            count));
  }

  private HttpRequest plain() {
    answers.forget();
    return get("/v1/articles", null);
  }

  /** From anywhere in the older half. */
  private HttpRequest below(Reader reader) {
    long oldest = tables.number("select min(feed_order) from article");
    long newest = tables.number("select max(feed_order) from article");
    long order = oldest + (long) ((newest - oldest) * (0.1 + 0.4 * random.nextDouble()));
    String cursor =
        new Cursor(Direction.DOWN, PageKey.feed(order))
            .encode("home " + UUID.fromString(reader.id()) + " ");
    return get("/v1/me/feed?cursor=" + cursor, reader);
  }

  private HttpRequest get(String path, Reader reader) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (reader != null) {
      request.header("Authorization", "Bearer " + reader.token());
    }
    return request.build();
  }

  private void measure(String what, HttpRequest request) throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    long took = System.nanoTime() - began;
    if (answer.statusCode() != 200 || answer.body().length < 5_000) {
      throw new AssertionError(what + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    nanos.computeIfAbsent(what, key -> new ArrayList<>()).add(took);
  }

  private void print(String what, List<Long> times) {
    List<Long> plain = nanos.get(PLAIN);
    REPORT.line(
        "%-30s ms: p50 %6.2f, p99 %6.2f; beside the plain list: p50 %5.2f, p99 %5.2f",
        what,
        ms(times, 50),
        ms(times, 99),
        ms(times, 50) / ms(plain, 50),
        ms(times, 99) / ms(plain, 99));
  }

  private static double ms(List<Long> times, int percent) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
  }
}
