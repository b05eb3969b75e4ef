package org.yujian.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.delivery.Lanes;
import org.yujian.feed.EditionReferences;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.Sql;

/** All statements on notifications: editions, the followers to notify, deliveries. */
@ApplicationScoped
class PushDeliveryRepository {

  /** Claimed for one push service at a time, on all nodes. */
  private static final int MOST_OF_ONE = 64;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Sql sql;

  PushDeliveryRepository(Sql sql) {
    this.sql = sql;
  }

  /** Stores an edition whose followers are to be notified, unless it was stored before. */
  boolean add(EditionReferences edition) {
    return sql.statement(
                """
                insert into push_edition (edition_id, account_id, published_at, reached)
                values (:edition, :account, :published, :reached) on conflict do nothing
                """)
            .set("edition", edition.id())
            .set("account", edition.accountId())
            .set("published", edition.publishedAt())
            .set("reached", BEFORE_ALL)
            .run()
        == 1;
  }

  /** An edition of which not all followers were reached. */
  record Open(UUID edition, UUID account, Instant publishedAt, UUID reached) {}

  /** Locks the oldest open edition that no other node works on. */
  Optional<Open> lockOpen() {
    return sql.statement(
            """
            select edition_id, account_id, published_at, reached from push_edition
            where not done order by published_at limit 1 for update skip locked
            """)
        .row(row -> new Open(row.uuid(1), row.uuid(2), row.instant(3), row.uuid(4)));
  }

  /**
   * Followers that were looked at, and the deliveries for them.
   *
   * @param last the last follower; null without any
   */
  record Reached(UUID last, int followers, int deliveries) {}

  /** Inserts deliveries for the next followers of an open edition. */
  Reached addDeliveries(Open open, int followers, Instant now) {
    return sql.statement(
            """
            with followers as materialized (
              select follower_id, reader_key, blocked or muted as quiet, followed_at from follow
              where account_id = :account and active and follower_id > :reached
              order by follower_id limit :most),
            added as (
              insert into push_delivery (id, subscription_id, host, edition_id, next_at)
              select gen_random_uuid(), s.id, s.host, :edition, :now
              from followers f
              join device d on d.reader_key = f.reader_key
              join push_subscription s on s.device_id = d.id
              where not f.quiet and f.followed_at <= :published and s.created_at <= :published
              returning 1)
            select (select follower_id from followers order by follower_id desc limit 1),
              (select count(*) from followers), (select count(*) from added)
            """)
        .set("account", open.account())
        .set("reached", open.reached())
        .set("most", followers)
        .set("edition", open.edition())
        .set("published", open.publishedAt())
        .set("now", now)
        .row(row -> new Reached(row.uuid(1), row.integer(2), row.integer(3)))
        .orElseThrow();
  }

  void move(Open open, Reached to, boolean done) {
    sql.statement(
            """
            update push_edition set reached = coalesce(cast(:reached as uuid), reached), done = :done
            where edition_id = :edition
            """)
        .set("reached", to.last())
        .set("done", done)
        .set("edition", open.edition())
        .run();
  }

  /**
   * Claims what is due, in turn for each push service. Hosts are found one by one in the index,
   * because few push services have many deliveries.
   */
  List<ClaimedPush> claim(int most, Instant now) {
    long claimedAt = System.nanoTime();
    return sql.statement(
            """
            with recursive hosts (host) as (
              select min(host) from push_delivery
              union all
              select (select min(d.host) from push_delivery d where d.host > hosts.host) from hosts
              where hosts.host is not null),
            due as (
              select d.id, row_number() over (partition by hosts.host order by d.next_at, d.id) as turn
              from hosts cross join lateral (
                select w.id, w.next_at from push_delivery w
                where w.host = hosts.host and w.next_at <= :now
                order by w.next_at, w.id
                limit greatest(0, :mostOfOne - (
                  select count(*) from push_delivery f
                  where f.host = hosts.host and f.claim is not null and f.next_at > :now))
                for update skip locked) d)
            update push_delivery d
            set claim = :claim, next_at = :until, attempts = d.attempts + 1
            from push_subscription s, push_edition e
            where d.id in (select id from due order by turn limit :most) and s.id = d.subscription_id
              and e.edition_id = d.edition_id
            returning d.id, d.claim, d.attempts, s.id, s.endpoint, s.p256dh, s.auth, s.host,
              e.edition_id, e.published_at
            """)
        .set("now", now)
        .set("most", most)
        .set("mostOfOne", MOST_OF_ONE)
        .set("claim", UUID.randomUUID())
        .set("until", now.plus(Lanes.LEASE))
        .rows(row -> ClaimedPush.of(row, claimedAt));
  }

  private record Again(UUID id, UUID claim, long delay) {}

  private record Ended(UUID id, UUID claim) {}

  /** Deletes deliveries that need no further attempt; one whose claim is lost is left alone. */
  void delete(Collection<ClaimedPush> ended) {
    sql.statement(
            """
            delete from push_delivery d
            using jsonb_to_recordset(cast(:rows as jsonb)) as s (id uuid, claim uuid)
            where d.id = s.id and d.claim = s.claim
            """)
        .set("rows", rows(ended))
        .run();
  }

  /** Makes deliveries due again that were claimed and not sent, without an attempt. */
  void release(Collection<ClaimedPush> unsent, Instant now) {
    sql.statement(
            """
            update push_delivery d set claim = null, attempts = d.attempts - 1, next_at = :now
            from jsonb_to_recordset(cast(:rows as jsonb)) as s (id uuid, claim uuid)
            where d.id = s.id and d.claim = s.claim
            """)
        .set("now", now)
        .set("rows", rows(unsent))
        .run();
  }

  private static String rows(Collection<ClaimedPush> some) {
    return Json.text(some.stream().map(one -> new Ended(one.id(), one.claim())).toList());
  }

  /** Makes deliveries due again after a delay. */
  void retry(Map<ClaimedPush, Duration> delays, Instant now) {
    sql.statement(
            """
            update push_delivery d
            set claim = null, next_at = cast(:now as timestamptz) + s.delay * interval '1 millisecond'
            from jsonb_to_recordset(cast(:rows as jsonb)) as s (id uuid, claim uuid, delay bigint)
            where d.id = s.id and d.claim = s.claim
            """)
        .set("now", now)
        .set(
            "rows",
            Json.text(
                delays.entrySet().stream()
                    .map(
                        one ->
                            new Again(
                                one.getKey().id(), one.getKey().claim(), one.getValue().toMillis()))
                    .toList()))
        .run();
  }

  /** Forgets editions with what was not delivered of them. */
  int deletePublishedBefore(Instant before) {
    return sql.statement("delete from push_edition where published_at < :before")
        .set("before", before)
        .run();
  }
}
