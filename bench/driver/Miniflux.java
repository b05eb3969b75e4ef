package bench;

import bench.Contest.Contender;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;

/**
 * Rival (d): Miniflux as Debian ships it, with the newest 10,000 of the same articles as entries of
 * one user, read through its API. Its database stands on the same PostgreSQL server.
 */
final class Miniflux implements AutoCloseable {
  private static final int ENTRIES = 10_000;
  private static final String TOKEN = "bench-token";

  private final Database database;
  private final Server server;
  private final long oldest;
  private final long newest;

  private Miniflux(Database database, Server server, long oldest, long newest) {
    this.database = database;
    this.server = server;
    this.oldest = oldest;
    this.newest = newest;
  }

  /** Where it is: installed, or unpacked by bench/run; null when it is neither. */
  static Path binary(Options options) {
    return List.of(
            Path.of("/usr/bin/miniflux"), options.work().resolve("miniflux/usr/bin/miniflux"))
        .stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  static Miniflux start(Options options, Database database)
      throws IOException, InterruptedException, SQLException {
    try (Connection admin = database.superuser("postgres");
        var statement = admin.createStatement()) {
      statement.execute("drop database if exists miniflux with (force)");
      statement.execute("create database miniflux");
    }
    int port = Server.freePort();
    Server server =
        Server.launch(
                "Miniflux",
                port,
                options.work(),
                Map.of(
                    "DATABASE_URL",
                    String.format(
                        Locale.ROOT,
                        "host=127.0.0.1 port=%d user=postgres password=%s dbname=miniflux"
                            + " sslmode=disable",
                        database.port(),
                        database.superuserPassword()),
                    "RUN_MIGRATIONS",
                    "1",
                    "CREATE_ADMIN",
                    "1",
                    "ADMIN_USERNAME",
                    "bench",
                    "ADMIN_PASSWORD",
                    "bench-password",
                    "DISABLE_SCHEDULER_SERVICE",
                    "1",
                    "LISTEN_ADDR",
                    "127.0.0.1:" + port),
                List.of(binary(options).toString()))
            .await();
    fill(database);
    List<String> range =
        database
            .rows(
                "miniflux",
                """
                select min(at), max(at) from (select extract(epoch from published_at)::bigint as at
                  from entries order by published_at offset 100) e
                """)
            .get(0);
    return new Miniflux(
        database, server, Long.parseLong(range.get(0)), Long.parseLong(range.get(1)));
  }

  private static void fill(Database database) throws IOException, SQLException {
    try (Connection from = database.superuser("yujian");
        Connection to = database.superuser("miniflux");
        var statement = to.createStatement()) {
      statement.execute(
          String.format(
              Locale.ROOT,
              """
              insert into api_keys (user_id, token, description) select id, '%s', 'bench' from users;
              insert into feeds (user_id, category_id, title, feed_url, site_url)
                select u.id, c.id, 'Yujian', 'http://127.0.0.1/feed', 'http://127.0.0.1/'
                from users u join categories c on c.user_id = u.id limit 1;
              create temp table given (title text, body text, author text, at timestamptz, tags text[],
                minutes int, id text)
              """,
              TOKEN));
      copy(
          from,
          String.format(
              Locale.ROOT,
              """
              copy (select a.title, r.html, a.source, a.published_at - a.position * interval '1 us',
                  a.tags, 1 + a.read_seconds / 60, a.id
                from article a join article_revision r on r.article_id = a.id and r.rev = a.live_rev
                where a.state = 'published' order by a.feed_order desc limit %d) to stdout
              """,
              ENTRIES),
          to,
          "copy given from stdin");
      statement.execute(
          """
          insert into entries (user_id, feed_id, hash, published_at, title, url, author, content,
              status, reading_time, tags, changed_at, created_at)
            select f.user_id, f.id, g.id, g.at, g.title, 'http://127.0.0.1/a/' || g.id, g.author,
              g.body, 'unread', g.minutes, g.tags, g.at, g.at
            from given g, feeds f order by g.at
          """);
    }
    try (Connection to = database.superuser("miniflux");
        var statement = to.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }

  private static void copy(Connection from, String out, Connection to, String in)
      throws IOException, SQLException {
    PipedInputStream reading = new PipedInputStream(1 << 20);
    PipedOutputStream writing = new PipedOutputStream(reading);
    Thread source =
        new Thread(
            () -> {
              try (writing) {
                from.unwrap(PGConnection.class).getCopyAPI().copyOut(out, writing);
              } catch (IOException | SQLException e) {
                // The other side then has too few rows, which is looked at.
                Bench.say("Copying failed: " + e);
              }
            });
    source.start();
    long rows = to.unwrap(PGConnection.class).getCopyAPI().copyIn(in, reading);
    if (rows < ENTRIES) {
      throw new IOException("only " + rows + " entries for Miniflux");
    }
  }

  Contender list() throws IOException {
    return contender(
        number ->
            "/v1/entries?limit=20&order=published_at&direction=desc&published_before="
                + new SplittableRandom(number).nextLong(oldest, newest),
        1_000);
  }

  Contender detail() throws IOException, SQLException {
    List<String> ids =
        database.rows("miniflux", "select id from entries order by md5(id::text)").stream()
            .map(row -> row.get(0))
            .toList();
    return contender(number -> "/v1/entries/" + ids.get((int) (number % ids.size())), 500);
  }

  private Contender contender(java.util.function.LongFunction<String> path, int leastBytes)
      throws IOException {
    return new Contender(
        server.name,
        server.port,
        server.pid(),
        database.postmaster(),
        number -> Requests.get(path.apply(number), "X-Auth-Token: " + TOKEN),
        200,
        leastBytes);
  }

  @Override
  public void close() {
    server.close();
  }
}
