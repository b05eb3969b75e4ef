package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlRow;

/**
 * The log by pages, for whoever must miss nothing. Reads in the caller's transaction: one that has
 * a snapshot ({@code ReadSnapshot}) gets rows and content of one moment. Two or three small
 * statements each.
 */
@ApplicationScoped
public class LogPages {

  /** Rows looked at for one page, however few match (L5). */
  static final int SCAN = 5_000;

  /** The present state of the log, and the anchor of a token if it is still there. */
  private static final String STATE =
      """
      select t.nonce, n.seq, n.nonce as newest, s.horizon, cast(s.log_id as text),
        pg_is_in_recovery(), cast(c.system_identifier as text)
      from pg_control_system() c
      left join (select seq, nonce from change order by seq desc limit 1) n on true
      left join change_state s on true
      left join change t on t.seq = :anchor
      """;

  /** The window first and the filters outside of it, so that it ends where it should. */
  private static final String ROWS =
      """
      select seq, nonce, type, thing_id, version, parts from (
        select * from change where seq > :seq and seq <= :to order by seq limit :scan) c
      """;

  private static final String END =
      "select seq, nonce from change where seq > :seq order by seq offset :scan limit 1";

  @Inject Sql sql;

  /**
   * @param known the nonce of the token's row; null when there is no such row
   */
  private record State(
      Long known, long seq, long nonce, long horizon, long epoch, boolean standby) {

    /** Of a row of {@link #STATE}; an empty log has zeros. */
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

  /** The token of somebody who wants what comes from now on. */
  public SyncToken newest() {
    State state = state(0);
    return new SyncToken(state.epoch, state.seq, state.seq, state.nonce);
  }

  /**
   * The rows behind a token, at most {@code limit}.
   *
   * @param since null: from the begin, which is a full snapshot
   * @return empty when the token is of another history, or so old that rows behind it are compacted
   *     away: start over
   */
  public Optional<LogPage> read(SyncToken since, LogFilter filter, int limit) {
    return read(since, filter, limit, null);
  }

  /**
   * As {@link #read(SyncToken, LogFilter, int)}, as if the log ended at a position: for a node that
   * must not say more than it has read itself.
   *
   * @param upTo null, or of another history than the token: to the end of the log
   * @return the token itself and no rows when it is newer than this position
   */
  public Optional<LogPage> read(SyncToken since, LogFilter filter, int limit, SyncToken upTo) {
    State state = state(since == null ? 0 : since.anchor());
    boolean fromZero = since == null || since.anchor() == 0;
    if (since != null && since.epoch() != state.epoch) {
      return Optional.empty();
    }
    if (!fromZero && since.anchor() > state.seq && state.standby) {
      // This standby has not come so far yet.
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
    // In the middle of a first snapshot the newest row at its begin stays the anchor.
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
        row.number(1) <= start);
  }

  private State state(long anchor) {
    return sql.query(STATE, State::of).set("anchor", anchor).list().get(0);
  }
}
