package bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.yujian.body.Block;
import org.yujian.body.Body;

/**
 * An archive of some years, written by COPY into the program's own tables: few accounts and tags
 * have most articles (Zipf), most editions go live at the same hours of a day, some things were
 * withdrawn. Bodies are made and derived by the program's own classes. One transaction as
 * superuser, without triggers; the change log gets its row of each public thing, in the order in
 * which they became public, as the guards would demand. The same seed makes the same data.
 */
final class Fill {
  private static final int TAGS = 300;
  private static final int BATCH = 200;
  private static final int DAYS = 365 * 5;
  private static final long BEGAN = Instant.parse("2021-01-01T00:00:00Z").getEpochSecond();
  private static final int[] CROWDED_HOURS = {0, 0, 1, 4, 4, 9, 10, 10, 12};

  private static final String CHANGES =
      """
      select pg_advisory_xact_lock(98234985564494);
      insert into change (at, type, thing_id, version, parts, account_ids, edition_ids, tags,
          target_ids)
        select at, type, id, version, '{bench}', accounts, editions, tags, targets
        from (
          select 'account' as type, id, version, array[id] as accounts, '{}'::uuid[] as editions,
            '{}'::text[] as tags, '{}'::uuid[] as targets, created_at as at, 0 as place from account
          union all select 'tag', id, version, '{}', '{}', array[slug], '{}', created_at, 0 from tag
          union all select 'followTarget', id, version, array[account_id], '{}', '{}', array[id],
            created_at, 0 from follow_target
          union all select 'article', id, version, array[account_id], array[edition_id], tags, '{}',
            published_at, position from article
          union all select 'edition', id, version, array[account_id], array[id], '{}', '{}',
            published_at, 9 from edition) t
        order by at, place
      """;

  private final Random random;
  private final Writing writing;
  private final ObjectMapper json = new ObjectMapper();
  private final CopyRows rows = new CopyRows();
  private final Map<UUID, UUID> targets = new HashMap<>();
  private final List<UUID> accounts = new ArrayList<>();
  private final List<UUID> tags = new ArrayList<>();
  private int published;

  private Fill(Random random, Writing writing) {
    this.random = random;
    this.writing = writing;
  }

  /** Fills the empty tables with at least this many live articles. */
  static void fill(Database database, int articles, boolean forSearch)
      throws SQLException, IOException {
    Random random = new Random(20261125);
    Writing writing = forSearch ? new Corpus(random) : new Prose(random);
    try (Connection connection = database.superuser("yujian");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set session_replication_role = replica");
      new Fill(random, writing).all(connection, articles);
      statement.execute(CHANGES);
      connection.commit();
    }
    database.run("vacuum analyze", "checkpoint");
  }

  private void all(Connection connection, int articles) throws SQLException, IOException {
    int count = Math.max(200, Math.min(5_000, articles / 100));
    for (int i = 0; i < count; i++) {
      account(i);
    }
    for (int i = 0; i < TAGS; i++) {
      UUID id = v7(BEGAN * 1000 - i);
      tags.add(id);
      String name = Prose.tag(i);
      rows.add(
          "tag (id, slug, name, name_key, sort_key, version, created_at, updated_at)",
          id,
          "t" + i,
          name,
          name,
          name,
          1,
          at(BEGAN * 1_000_000),
          at(BEGAN * 1_000_000));
    }
    // On average 4.5 articles in an edition, less the withdrawn ones, and some more to be sure.
    long[] times = times(articles / 4 + 100);
    for (int i = 0; i < times.length && published < articles; i++) {
      edition(i, times[i]);
      if (i % BATCH == 0) {
        rows.flush(connection);
      }
    }
    rows.flush(connection);
  }

  private void account(int i) {
    UUID id = v7(BEGAN * 1000 - 1_000 - i);
    UUID target = v7(BEGAN * 1000);
    accounts.add(id);
    targets.put(id, target);
    String name = Prose.account(i);
    String began = at(BEGAN * 1_000_000);
    rows.add(
        "account (id, handle, name, name_key, sort_key, intro, state, version, created_at,"
            + " updated_at)",
        id,
        "a" + i,
        name,
        name,
        name,
        name + "的通知、服务和邻里故事。",
        "open",
        1,
        began,
        began);
    rows.add(
        "follow_target (id, name, name_key, sort_key, account_id, state, version, created_at,"
            + " updated_at)",
        target,
        name,
        name,
        name,
        id,
        "open",
        1,
        began,
        began);
    rows.add(
        "placement (id, follow_target_id, label, scene, code, created_at)",
        v7(BEGAN * 1000),
        target,
        "default",
        "default",
        Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()),
        began);
  }

  /** Rising and different, in microseconds; crowded as offices write. */
  private long[] times(int editions) {
    long[] times = new long[editions];
    for (int i = 0; i < editions; i++) {
      int hour = CROWDED_HOURS[random.nextInt(CROWDED_HOURS.length)];
      long second = random.nextInt(4) == 0 ? random.nextInt(3_600) : random.nextInt(120);
      long day = BEGAN + 86_400L * random.nextInt(DAYS);
      times[i] = (day + 3_600L * hour + second) * 1_000_000 + random.nextInt(1_000_000);
    }
    Arrays.sort(times);
    for (int i = 1; i < editions; i++) {
      times[i] = Math.max(times[i], times[i - 1] + 1);
    }
    return times;
  }

  private void edition(int number, long micros) throws JsonProcessingException {
    UUID id = v7(micros / 1000);
    UUID account = accounts.get(few(accounts.size()));
    boolean withdrawn = number % 40 == 7;
    String at = at(micros);
    rows.add(
        "edition (id, account_id, state, published_at, version, desk_version, withdrawn_at,"
            + " withdrawn_class, created_at, created_by, updated_at)",
        id,
        account,
        withdrawn ? "withdrawn" : "published",
        at,
        1,
        2,
        withdrawn ? at : null,
        withdrawn ? "error" : null,
        at,
        "bench",
        at);
    rows.add(
        "edition_follow_target (edition_id, position, follow_target_id)",
        id,
        1,
        targets.get(account));
    int articles = 1 + random.nextInt(8);
    for (int position = 1; position <= articles; position++) {
      boolean gone = withdrawn || random.nextInt(50) == 0;
      article(id, account, micros, position, gone);
      published += gone ? 0 : 1;
    }
  }

  private void article(UUID edition, UUID account, long micros, int position, boolean withdrawn)
      throws JsonProcessingException {
    UUID id = v7(micros / 1000);
    String at = at(micros);
    long order = micros * 8 + 8 - position;
    String title = writing.title();
    String source = writing.source();
    Body body = Body.of(writing.paragraphs().stream().map(Fill::block).toList());
    TreeSet<Integer> about = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      about.add(few(TAGS));
    }
    rows.add(
        "article (id, account_id, edition_id, position, state, live_rev, version, title, title_key,"
            + " digest, source, tags, characters, read_seconds, published_at, live_at, feed_order,"
            + " withdrawn_at, withdrawn_class, created_at)",
        id,
        account,
        edition,
        position,
        withdrawn ? "withdrawn" : "published",
        1,
        1,
        title,
        title,
        body.text().substring(0, Math.min(54, body.text().length())),
        source,
        "{" + String.join(",", about.stream().map(t -> "t" + t).toList()) + "}",
        body.characters(),
        (body.characters() * 60 + 399) / 400,
        at,
        at,
        order,
        withdrawn ? at : null,
        withdrawn ? "error" : null,
        at);
    if (!withdrawn) {
      about.forEach(
          t ->
              rows.add(
                  "article_tag (tag_id, article_id, account_id, feed_order)",
                  tags.get(t),
                  id,
                  account,
                  order));
    }
    rows.add(
        "article_revision (article_id, rev, account_id, title, source, body, html, text, markdown,"
            + " derivation, characters, body_sha256, canonical_sha256, content_sha256, live_at,"
            + " created_by, digest_written)",
        id,
        1,
        account,
        title,
        source,
        json.writeValueAsString(body),
        body.html(),
        body.text(),
        body.markdown(),
        1,
        body.characters(),
        body.bodySha256(),
        body.canonicalSha256(title, null, source),
        body.bodySha256(),
        at,
        "bench",
        false);
  }

  private static Block block(String paragraph) {
    return paragraph.startsWith("# ")
        ? Block.heading(2, paragraph.substring(2), List.of())
        : Block.paragraph(paragraph, List.of());
  }

  /** Log-uniform choice, which is Zipf's. */
  private int few(int of) {
    return (int) Math.exp(random.nextDouble() * Math.log(of + 1)) - 1;
  }

  private UUID v7(long millis) {
    long high = millis << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(high, random.nextLong() >>> 2 | 0x8000000000000000L);
  }

  private static String at(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
