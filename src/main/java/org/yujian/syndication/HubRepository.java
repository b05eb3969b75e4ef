package org.yujian.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.yujian.delivery.Lanes;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.Sql;
import org.yujian.syndication.HubOutcome.End;

/** All statements on requests to the hub and on subscriptions. */
@ApplicationScoped
class HubRepository {

  /** Calls to one host that all nodes together have claimed. */
  private static final int MOST_OF_ONE = 40;

  /**
   * Claims what is due, in turn for each host. The columns of the result are those of {@link
   * HubTask}.
   */
  private static final String CLAIM =
      """
      with open as (select host from {table} where next_at <= :now group by host),
      due as (
        select d.id, row_number() over (partition by open.host order by d.next_at, d.id) as turn
        from open cross join lateral (
          select w.id, w.next_at from {table} w
          where w.host = open.host and w.next_at <= :now
          order by w.next_at, w.id
          limit greatest(0, :mostOfOne - (
            select count(*) from {table} f
            where f.host = open.host and f.claim is not null and f.next_at > :now))
          for update skip locked) d)
      update {table} t set claim = :claim, next_at = :until, attempts = t.attempts + 1
      where t.id in (select id from due order by turn limit :most)
      returning t.id, t.claim, t.attempts, {columns}
      """;

  private static final String CLAIM_REQUESTS =
      claim(
          "websub_request",
          "t.mode, t.topic, t.callback, t.host, t.lease_seconds, t.secret, cast(0 as bigint),"
              + " cast(null as text), true");

  private static final String CLAIM_SUBSCRIPTIONS =
      claim(
          "websub_subscription",
          "'content', t.topic, t.callback, t.host, 0, t.secret, t.changes, t.sent,"
              + " t.expires_at > :now");

  private static final String SETTLED =
      """
      jsonb_to_recordset(cast(:rows as jsonb)) as s (id uuid, claim uuid, verified boolean,
        denied boolean, delay bigint, sent text, account uuid, counted boolean, changes bigint)
      """;

  private final Sql sql;

  HubRepository(Sql sql) {
    this.sql = sql;
  }

  /** Number of requests and subscriptions, without those for the same topic and callback. */
  record Load(long all, long ofHost) {}

  Load load(HubRequest request) {
    return sql.query(
            """
            select count(*), count(*) filter (where host = :host) from (
              select host from websub_request where topic <> :topic or callback <> :callback
              union all
              select host from websub_subscription where topic <> :topic or callback <> :callback) h
            """,
            row -> new Load(row.number(1), row.number(2)))
        .set("host", request.host())
        .set("topic", request.topic().path())
        .set("callback", request.callback())
        .first()
        .orElseThrow();
  }

  /** Stores a request in place of an earlier one for the same topic and callback. */
  void add(HubRequest request, byte[] secret, Instant now) {
    sql.statement(
            """
            insert into websub_request (id, mode, topic, callback, host, lease_seconds, secret,
              next_at)
            values (:id, :mode, :topic, :callback, :host, :lease, cast(:secret as bytea), :now)
            on conflict (topic, callback) do update
            set mode = excluded.mode, lease_seconds = excluded.lease_seconds,
              secret = excluded.secret, next_at = excluded.next_at, attempts = 0, claim = null
            """)
        .set("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .set("mode", request.mode().text())
        .set("topic", request.topic().path())
        .set("callback", request.callback())
        .set("host", request.host())
        .set("lease", (int) request.lease().toSeconds())
        .set("secret", secret)
        .set("now", now)
        .run();
  }

  private static String claim(String table, String columns) {
    return CLAIM.replace("{table}", table).replace("{columns}", columns);
  }

  List<HubTask> claimRequests(int most, Instant now) {
    return claim(CLAIM_REQUESTS, most, now);
  }

  List<HubTask> claimSubscriptions(int most, Instant now) {
    return claim(CLAIM_SUBSCRIPTIONS, most, now);
  }

  private List<HubTask> claim(String text, int most, Instant now) {
    long claimedAt = System.nanoTime();
    return sql.statement(text)
        .set("now", now)
        .set("mostOfOne", MOST_OF_ONE)
        .set("claim", UUID.randomUUID())
        .set("until", now.plus(Lanes.LEASE))
        .set("most", most)
        .rows(row -> HubTask.of(row, claimedAt));
  }

  /**
   * Makes the subscriptions of changed topics due; one that is due already, or waits for another
   * attempt, is left as it is.
   *
   * @param everyone whether the changes concern all topics
   */
  int changed(Collection<UUID> accounts, boolean everyone, Instant due, Instant now) {
    return sql.statement(
            """
            update websub_subscription
            set changes = changes + 1, next_at = coalesce(next_at, :due),
              attempts = case when next_at is null then 0 else attempts end
            where expires_at > :now and (next_at is null or claim is not null)
              and (:everyone or account_id is null or account_id = any(:accounts))
            """)
        .set("due", due)
        .set("now", now)
        .set("everyone", everyone)
        .set("accounts", accounts.toArray(UUID[]::new))
        .run();
  }

  private record Settled(
      UUID id,
      UUID claim,
      boolean verified,
      boolean denied,
      Long delay,
      String sent,
      UUID account,
      boolean counted,
      long changes) {

    static Settled of(HubOutcome outcome) {
      return new Settled(
          outcome.task().id(),
          outcome.task().claim(),
          outcome.end() == End.VERIFIED,
          outcome.end() == End.DENIED,
          outcome.delay() == null ? null : outcome.delay().toMillis(),
          outcome.sent(),
          outcome.account(),
          outcome.counted(),
          outcome.task().changes());
    }
  }

  private void settle(String text, Collection<HubOutcome> outcomes, Instant now) {
    if (!outcomes.isEmpty()) {
      sql.statement(text.replace("{settled}", SETTLED))
          .set("rows", Json.text(outcomes.stream().map(Settled::of).toList()))
          .set("now", now)
          .run();
    }
  }

  /** Ends requests: makes, renews or deletes the subscriptions of those that are verified. */
  void endRequests(Collection<HubOutcome> outcomes, Instant now) {
    settle(
        """
        with ended as (
          delete from websub_request r using {settled}
          where r.id = s.id and r.claim = s.claim
          returning r.id, r.mode, r.topic, r.callback, r.host, r.lease_seconds, r.secret,
            s.verified, s.account),
        unsubscribed as (
          delete from websub_subscription w using ended e
          where e.verified and e.mode = 'unsubscribe'
            and w.topic = e.topic and w.callback = e.callback)
        insert into websub_subscription (id, topic, callback, host, account_id, secret, expires_at)
        select id, topic, callback, host, account, secret,
          cast(:now as timestamptz) + lease_seconds * interval '1 second'
        from ended where verified and mode = 'subscribe'
        on conflict (topic, callback) do update
        set account_id = excluded.account_id, secret = excluded.secret,
          expires_at = excluded.expires_at
        """,
        outcomes,
        now);
  }

  void postponeRequests(Collection<HubOutcome> outcomes, Instant now) {
    settle(
        """
        update websub_request r
        set claim = null, attempts = case when s.counted then r.attempts else r.attempts - 1 end,
          next_at = cast(:now as timestamptz) + s.delay * interval '1 millisecond'
        from {settled} where r.id = s.id and r.claim = s.claim
        """,
        outcomes,
        now);
  }

  /** What changed during the attempt is due at once. */
  void settleSubscriptions(Collection<HubOutcome> outcomes, Instant now) {
    settle(
        """
        update websub_subscription w
        set claim = null, sent = coalesce(s.sent, w.sent),
          attempts = case when s.delay is null then 0 when s.counted then w.attempts
            else w.attempts - 1 end,
          next_at = case when s.delay is not null
              then cast(:now as timestamptz) + s.delay * interval '1 millisecond'
            when w.changes > s.changes then cast(:now as timestamptz) end
        from {settled} where w.id = s.id and w.claim = s.claim
        """,
        outcomes,
        now);
  }

  /** Deletes subscriptions, and has the subscribers of denied ones told. */
  void endSubscriptions(Collection<HubOutcome> outcomes, Instant now) {
    settle(
        """
        with ended as (
          delete from websub_subscription w using {settled}
          where w.id = s.id and w.claim = s.claim
          returning w.id, w.topic, w.callback, w.host, s.denied)
        insert into websub_request (id, mode, topic, callback, host, lease_seconds, next_at)
        select id, 'denied', topic, callback, host, 0, :now from ended where denied
        on conflict (topic, callback) do nothing
        """,
        outcomes,
        now);
  }

  int deleteExpired(Instant now) {
    return sql.statement("delete from websub_subscription where expires_at <= :now")
        .set("now", now)
        .run();
  }
}
