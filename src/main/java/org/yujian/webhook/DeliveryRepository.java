package org.yujian.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.yujian.change.LogPage;
import org.yujian.delivery.Lanes;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** All statements on deliveries, and those of the sender on their endpoints. */
@ApplicationScoped
class DeliveryRepository {

  /** Deliveries of one endpoint that all nodes together have claimed. */
  private static final int MOST_OF_ONE = 40;

  private final Sql sql;

  DeliveryRepository(Sql sql) {
    this.sql = sql;
  }

  /** Rows to insert, as JSON for one statement. */
  record NewDelivery(
      UUID id, UUID endpoint, String thing, UUID thingId, long version, List<String> parts) {

    static NewDelivery of(UUID endpoint, LogPage.Row row) {
      return new NewDelivery(
          next(), endpoint, row.thing().type(), row.id(), row.version(), row.parts());
    }

    /** About no thing. */
    static NewDelivery of(UUID endpoint) {
      return new NewDelivery(next(), endpoint, null, null, 0, List.of());
    }

    private static UUID next() {
      return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
  }

  /**
   * @param type type of events about no thing; null for changes
   */
  void add(Collection<NewDelivery> deliveries, String type, Instant now) {
    sql.statement(
            """
            insert into webhook_delivery (id, endpoint_id, created_at, next_at, type, thing,
              thing_id, version, parts)
            select id, endpoint, :now, :now, cast(:type as text), thing, "thingId", version, parts
            from jsonb_to_recordset(cast(:rows as jsonb)) as row (id uuid, endpoint uuid,
              thing text, "thingId" uuid, version bigint, parts text[])
            """)
        .set("now", now)
        .set("type", type)
        .set("rows", Json.text(deliveries))
        .run();
  }

  /**
   * Claims due deliveries, in turn for each endpoint that is enabled and not paused. The lock on
   * the endpoint keeps nodes from claiming more of one together than it may have.
   */
  List<ClaimedDelivery> claim(int most, Instant now) {
    long claimedAt = System.nanoTime();
    return sql.statement(
            """
            with open as materialized (
              select e.id from webhook_endpoint e
              where e.state = 'enabled' and (e.paused_until is null or e.paused_until <= :now)
                and exists (
                  select 1 from webhook_delivery d
                  where d.endpoint_id = e.id and d.state = 'waiting' and d.next_at <= :now)
              for update skip locked),
            due as (
              select d.id, row_number() over (partition by open.id order by d.next_at, d.id) as turn
              from open cross join lateral (
                select w.id, w.next_at from webhook_delivery w
                where w.endpoint_id = open.id and w.state = 'waiting' and w.next_at <= :now
                order by w.next_at, w.id
                limit greatest(0, :mostOfOne - (
                  select count(*) from webhook_delivery f
                  where f.endpoint_id = open.id and f.claim is not null and f.next_at > :now))
                for update skip locked) d)
            update webhook_delivery d
            set claim = :claim, next_at = :until, attempts = d.attempts + 1
            from webhook_endpoint e
            where e.id = d.endpoint_id and d.id in (select id from due order by turn limit :most)
            returning d.id, d.claim, d.attempts, d.created_at, d.type, d.thing, d.thing_id,
              d.version, d.parts, e.id, e.url, e.events, e.algorithm, e.secret,
              case when e.previous_until > :now then e.previous_secret end
            """)
        .set("now", now)
        .set("mostOfOne", MOST_OF_ONE)
        .set("claim", UUID.randomUUID())
        .set("until", now.plus(Lanes.LEASE))
        .set("most", most)
        .rows(row -> ClaimedDelivery.of(row, claimedAt));
  }

  private record Settled(
      UUID id,
      UUID claim,
      String type,
      String state,
      String reason,
      Long delay,
      Integer status,
      String response,
      boolean counted) {

    static Settled of(Outcome outcome) {
      RetryPolicy.Verdict verdict = outcome.verdict();
      return new Settled(
          outcome.delivery().id(),
          outcome.delivery().claim(),
          outcome.type(),
          verdict.state().text(),
          verdict.reason() == null ? null : WebhookAttempt.storable(verdict.reason()),
          verdict.retries() ? verdict.delay().toMillis() : null,
          outcome.status(),
          outcome.response(),
          outcome.counted());
    }
  }

  /** Writes how attempts ended; one whose claim is lost is left to the other attempt. */
  void settle(Collection<Outcome> outcomes, Instant now) {
    sql.statement(
            """
            update webhook_delivery d
            set state = s.state, claim = null, type = coalesce(d.type, s.type), reason = s.reason,
              next_at = cast(:now as timestamptz) + s.delay * interval '1 millisecond',
              status = case when s.counted then s.status else d.status end,
              response = case when s.counted then s.response else d.response end,
              attempted_at = case when s.counted then :now else d.attempted_at end,
              attempts = case when s.counted then d.attempts else d.attempts - 1 end
            from jsonb_to_recordset(cast(:rows as jsonb)) as s (id uuid, claim uuid, type text,
              state text, reason text, delay bigint, status integer, response text,
              counted boolean)
            where d.id = s.id and d.claim = s.claim
            """)
        .set("now", now)
        .set("rows", Json.text(outcomes.stream().map(Settled::of).toList()))
        .run();
  }

  /** Ends the pause of endpoints that took something. */
  void reached(Collection<UUID> endpoints) {
    sql.statement(
            """
            update webhook_endpoint set failing_since = null, failures = 0, paused_until = null
            where id = any(:ids) and (failing_since is not null or paused_until is not null)
            """)
        .set("ids", endpoints.toArray(UUID[]::new))
        .run();
  }

  /** State of an endpoint after it could not be reached once more. */
  record Failing(int failures, Instant since) {}

  Optional<Failing> unreachable(UUID endpoint, Instant now) {
    return sql.statement(
            """
            update webhook_endpoint
            set failing_since = coalesce(failing_since, :now), failures = failures + 1
            where id = :id returning failures, failing_since
            """)
        .set("now", now)
        .set("id", endpoint)
        .row(row -> new Failing(row.integer(1), row.instant(2)));
  }

  void pause(UUID endpoint, Instant until) {
    sql.statement("update webhook_endpoint set paused_until = :until where id = :id")
        .set("until", until)
        .set("id", endpoint)
        .run();
  }

  /** Deliveries of an endpoint, latest first. */
  List<WebhookDelivery> page(UUID endpoint, DeliveryState state, PageRequest page) {
    return new KeysetQuery<>(sql.query(WebhookDelivery.SELECT, WebhookDelivery::of))
        .and("endpoint_id = :endpoint", "endpoint", endpoint)
        .and("state = :state", "state", state == null ? null : state.text())
        .latestFirst("id", page);
  }

  Optional<WebhookDelivery> find(UUID endpoint, UUID id) {
    return sql.query(
            WebhookDelivery.SELECT + " where endpoint_id = :endpoint and id = :id",
            WebhookDelivery::of)
        .set("endpoint", endpoint)
        .set("id", id)
        .first();
  }

  /**
   * Makes deliveries due again, with all their attempts; those being sent are left alone.
   *
   * @param id null for all
   */
  int replay(UUID endpoint, UUID id, Instant since, Instant until, Instant now) {
    return sql.statement(
            """
            update webhook_delivery set state = 'waiting', next_at = :now, attempts = 0,
              claim = null, reason = null, type = case when thing is null then type end
            where endpoint_id = :endpoint and (cast(:id as uuid) is null or id = :id)
              and created_at >= :since and created_at < :until
              and (claim is null or next_at <= :now)
            """)
        .set("now", now)
        .set("endpoint", endpoint)
        .set("id", id)
        .set("since", since)
        .set("until", until)
        .run();
  }

  int deleteCreatedBefore(Instant before) {
    return sql.statement(
            "delete from webhook_delivery where created_at < :before and claim is null")
        .set("before", before)
        .run();
  }

  static Map<UUID, List<Outcome>> byEndpoint(Collection<Outcome> outcomes) {
    return outcomes.stream()
        .collect(Collectors.groupingBy(outcome -> outcome.delivery().receiver().id()));
  }
}
