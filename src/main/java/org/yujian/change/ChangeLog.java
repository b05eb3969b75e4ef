package org.yujian.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import org.yujian.database.TimelineFence;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.Sql;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.time.DatabaseClock;

/**
 * Appends rows to the change log in the transaction that changes public content ({@code
 * docs/decisions/02-change-log.md}). Order: lock the aggregate, work, {@link #lock}, set what must
 * follow the order of commits ({@code published_at}), {@link #append}, commit. A transaction must
 * not wait for anything after {@code lock}.
 */
@ApplicationScoped
public class ChangeLog {

  /** Advisory lock that orders commits; an arbitrary number, the same on every node. */
  static final long LOG = 0x59554A49414EL;

  ChangeLog(
      Sql sql,
      DatabaseClock clock,
      TransactionSynchronizationRegistry transaction,
      Tailer tailer,
      TimelineFence fence,
      Event<ChangeAppended> appended) {
    this.sql = sql;
    this.fence = fence;
    this.clock = clock;
    this.transaction = transaction;
    this.tailer = tailer;
    this.appended = appended;
  }

  /** The server computes the columns after it has the lock, which is in its FROM clause. */
  private static final String LOCK =
      "select "
          + TimelineFence.writtenTimeline()
          + " from pg_advisory_xact_lock(cast(:key as bigint))";

  private static final String INSERT =
      """
      insert into change (at, type, thing_id, version, parts, account_ids, edition_ids, tags, target_ids)
      select :at, type, id, version, parts, accounts, editions, tags, targets
      from jsonb_to_recordset(cast(:rows as jsonb)) as row (type text, id uuid, version bigint,
        parts text[], accounts uuid[], editions uuid[], tags text[], targets uuid[])
      """;

  private final Sql sql;
  private final DatabaseClock clock;
  private final TransactionSynchronizationRegistry transaction;
  private final Tailer tailer;
  private final TimelineFence fence;
  private final Event<ChangeAppended> appended;

  /**
   * Takes the log's lock until the end of the transaction, in a statement without other work,
   * because a statement's snapshot is older than the locks that the statement waits for. Refuses to
   * write to a standby, and to an old primary that runs again after a fail-over (503).
   */
  @Transactional(TxType.MANDATORY)
  public void lock() {
    sql.flush();
    if (transaction.getResource(ChangeLog.class) != null) {
      return;
    }
    transaction.putResource(ChangeLog.class, true);
    String timeline = sql.statement(LOCK).set("key", LOG).row(row -> row.text(1)).orElseThrow();
    if (!fence.admitsWrites(timeline)) {
      throw ProblemCode.SERVICE_UNAVAILABLE.problem();
    }
  }

  /** Appends one row per change, in the given order, and calls {@link #lock} first. */
  @Transactional(TxType.MANDATORY)
  public void append(List<Change> changes) {
    lock();
    appended.fire(new ChangeAppended(List.copyOf(changes)));
    sql.statement(INSERT).set("at", clock.now()).set("rows", json(changes)).run();
    tellAfterCommit();
  }

  @Transactional(TxType.MANDATORY)
  public void append(Change change) {
    append(List.of(change));
  }

  /** Makes this node read the new rows after the commit, before the response is sent. */
  private void tellAfterCommit() {
    if (transaction.getResource(AfterCommit.class) == null) {
      transaction.putResource(AfterCommit.class, true);
      transaction.registerInterposedSynchronization(new AfterCommit(tailer));
    }
  }

  /** Makes one statement of all rows, because other writers wait for the lock meanwhile. */
  private static String json(List<Change> changes) {
    ArrayNode rows = Json.mapper().createArrayNode();
    for (Change change : changes) {
      ObjectNode row = rows.addObject();
      row.put("type", change.thing().type);
      row.put("id", change.id().toString());
      row.put("version", change.version());
      fill(row.putArray("parts"), change.parts());
      fill(row.putArray("accounts"), change.accounts());
      fill(row.putArray("editions"), change.editions());
      fill(row.putArray("tags"), change.tags());
      fill(row.putArray("targets"), change.targets());
    }
    return rows.toString();
  }

  private static void fill(ArrayNode array, Collection<?> keys) {
    keys.stream().map(Object::toString).sorted().forEach(array::add);
  }
}
