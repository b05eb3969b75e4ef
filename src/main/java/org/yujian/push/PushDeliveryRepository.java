package org.yujian.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.feed.EditionReferences;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.Sql;

/** All statements on notifications: editions, the followers to notify, deliveries. */
@ApplicationScoped
class PushDeliveryRepository {

  /** Longer than a claimed delivery waits on its node and is sent. */
  static final Duration LEASE = Duration.ofSeconds(120);

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
              insert into push_delivery (id, subscription_id, edition_id, next_at)
              select gen_random_uuid(), s.id, :edition, :now
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

  List<ClaimedPush> claim(int most, Instant now) {
    return sql.statement(
            """
            with due as materialized (
              select id from push_delivery where next_at <= :now
              order by next_at limit :most for update skip locked)
            update push_delivery d
            set claim = :claim, next_at = :until, attempts = d.attempts + 1
            from push_subscription s, push_edition e
            where d.id in (select id from due) and s.id = d.subscription_id
              and e.edition_id = d.edition_id
            returning d.id, d.claim, d.attempts, s.id, s.endpoint, s.p256dh, s.auth,
              e.edition_id, e.published_at
            """)
        .set("now", now)
        .set("most", most)
        .set("claim", UUID.randomUUID())
        .set("until", now.plus(LEASE))
        .rows(ClaimedPush::of);
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
        .set(
            "rows", Json.text(ended.stream().map(one -> new Ended(one.id(), one.claim())).toList()))
        .run();
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
