package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlRow;

/**
 * Reads the log in pages, in the caller's transaction, for consumers that must miss nothing. In a
 * {@code ReadSnapshot} rows and content agree. A page costs two or three small statements.
 */
@ApplicationScoped
public class LogPages {

  /** Rows scanned for one page, however few match the filter. */
  static final int SCAN = 5_000;

  LogPages(Sql sql) {
    this.sql = sql;
  }

  private static final String STATE =
      """
      select t.nonce, n.seq, n.nonce as newest, s.horizon, cast(s.log_id as text),
        pg_is_in_recovery(), cast(c.system_identifier as text)
      from pg_control_system() c
      left join (select seq, nonce from change order by seq desc limit 1) n on true
      left join change_state s on true
      left join change t on t.seq = :anchor
      """;

  /** Filters are outside of the inner query: a page ends after a fixed number of scanned rows. */
  private static final String ROWS =
      """
      select seq, nonce, type, thing_id, version, parts, account_ids from (
        select * from change where seq > :seq and seq <= :to order by seq limit :scan) c
      """;

  private static final String END =
      "select seq, nonce from change where seq > :seq order by seq offset :scan limit 1";

  private final Sql sql;

  /** {@code known} is the nonce of the anchor row, null when there is no such row. */
  private record State(
      Long known, long seq, long nonce, long horizon, long epoch, boolean standby) {

    static State of(SqlRow row) throws SQLException {
      return new State(
          row.text(1) == null ? null : row.number(1),
          row.number(2),
          row.number(3),
          row.number(4),
          Epoch.of(row.text(7), row.text(5)),
          row.flag(6));
    }
  }

  /** Token at the end of the log, for a client that wants only future changes. */
  public SyncToken newest() {
    State state = state(0);
    return new SyncToken(state.epoch, state.seq, state.seq, state.nonce);
  }

  /**
   * Reads the rows after a token, at most {@code limit}. Empty when the token belongs to another
   * log, or rows after it were compacted: the client must start over.
   *
   * @param since null to start at the beginning, which gives a full copy
   */
  public Optional<LogPage> read(SyncToken since, LogFilter filter, int limit) {
    return read(since, filter, limit, null);
  }

  /**
   * Reads only up to a position, so that a node does not report more than its {@link Tailer} has
   * read.
   *
   * @param upTo null, or of another log than the token: read to the end of the log
   * @return no rows and the unchanged token when the token is past this position
   */
  public Optional<LogPage> read(SyncToken since, LogFilter filter, int limit, SyncToken upTo) {
    State state = state(since == null ? 0 : since.anchor());
    boolean fromZero = since == null || since.anchor() == 0;
    if (since != null && since.epoch() != state.epoch) {
      return Optional.empty();
    }
    if (!fromZero && since.anchor() > state.seq && state.standby) {
      // This standby has not replayed the token's row yet.
      return Optional.of(new LogPage(List.of(), since, false));
    }
    if (!fromZero && !reaches(since, state)) {
      return Optional.empty();
    }
    SyncToken newest = new SyncToken(state.epoch, state.seq, state.seq, state.nonce);
    boolean sooner = upTo != null && upTo.epoch() == state.epoch && upTo.seq() < state.seq;
    SyncToken end = sooner ? upTo : newest;
    SyncToken from = fromZero ? new SyncToken(state.epoch, 0, end.seq(), end.nonce()) : since;
    return Optional.of(
        from.seq() > end.seq()
            ? new LogPage(List.of(), from, false)
            : page(from, end, filter, limit));
  }

  /** Whether the token's row is still in the log, and no row after it was compacted. */
  private static boolean reaches(SyncToken since, State state) {
    return state.known != null && state.known == since.nonce() && since.anchor() >= state.horizon;
  }

  private LogPage page(SyncToken from, SyncToken newest, LogFilter filter, int limit) {
    long start = from.anchor() > from.seq() ? from.anchor() : 0;
    List<LogPage.Row> rows = rows(from.seq(), newest.seq(), start, filter, limit + 1);
    SyncToken end;
    if (rows.size() > limit) {
      rows = rows.subList(0, limit);
      LogPage.Row last = rows.get(limit - 1);
      end = new SyncToken(from.epoch(), last.seq(), last.seq(), last.nonce());
    } else {
      end = endOfWindow(from, newest);
    }
    boolean more = end.seq() < newest.seq();
    // While a first full copy is read, the row that was newest at its start stays the anchor.
    SyncToken token =
        end.seq() < start ? new SyncToken(from.epoch(), end.seq(), start, from.nonce()) : end;
    return new LogPage(rows, token, more);
  }

  private SyncToken endOfWindow(SyncToken from, SyncToken newest) {
    if (newest.seq() - from.seq() < SCAN) {
      return newest;
    }
    return sql
        .query(END, row -> new SyncToken(from.epoch(), row.number(1), row.number(1), row.number(2)))
        .set("seq", from.seq())
        .set("scan", SCAN - 1)
        .list()
        .stream()
        .findFirst()
        .orElse(newest);
  }

  private List<LogPage.Row> rows(long seq, long to, long start, LogFilter filter, int limit) {
    String conditions =
        (filter.types().isEmpty() ? " where true" : " where c.type = any(:types)")
            + (filter.accounts().isEmpty()
                ? ""
                : " and (c.account_ids = '{}' or c.account_ids && :accounts)");
    return sql.query(ROWS + conditions + " order by c.seq limit :limit", row -> row(row, start))
        .set("seq", seq)
        .set("to", to)
        .set("scan", SCAN)
        .set("limit", limit)
        .set("types", filter.types().stream().map(ChangedThing::type).toArray(String[]::new))
        .set("accounts", filter.accounts().toArray(UUID[]::new))
        .list();
  }

  private static LogPage.Row row(SqlRow row, long start) throws SQLException {
    return new LogPage.Row(
        row.number(1),
        row.number(2),
        ChangedThing.of(row.text(3)),
        row.uuid(4),
        row.number(5),
        row.texts(6),
        row.uuids(7),
        row.number(1) <= start);
  }

  private State state(long anchor) {
    return sql.query(STATE, State::of).set("anchor", anchor).list().get(0);
  }
}
