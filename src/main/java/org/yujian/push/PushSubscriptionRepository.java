package org.yujian.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.yujian.shared.page.Sql;

/** All statements on the key pair and on subscriptions. */
@ApplicationScoped
class PushSubscriptionRepository {

  private final Sql sql;

  PushSubscriptionRepository(Sql sql) {
    this.sql = sql;
  }

  /** The key pair, its private half encrypted. */
  record SealedKeys(String publicKey, byte[] privateKey) {}

  /** The stored key pair; the given one becomes it if there is none. */
  @Transactional
  SealedKeys stored(SealedKeys first) {
    sql.statement(
            """
            insert into push_key (public_key, private_key) values (:public, :private)
            on conflict do nothing
            """)
        .set("public", first.publicKey())
        .set("private", first.privateKey())
        .run();
    return sql.query(
            "select public_key, private_key from push_key",
            row -> new SealedKeys(row.text(1), row.bytes(2)))
        .first()
        .orElseThrow();
  }

  /** Stores a subscription, also one that another device of the same browser had before. */
  void save(UUID device, PushAddress address, Instant now) {
    sql.statement(
            """
            insert into push_subscription (id, device_id, endpoint, p256dh, auth, created_at)
            values (:id, :device, :endpoint, :p256dh, :auth, :now)
            on conflict (endpoint) do update
            set device_id = excluded.device_id, p256dh = excluded.p256dh, auth = excluded.auth
            where (push_subscription.device_id, push_subscription.p256dh, push_subscription.auth)
              is distinct from (excluded.device_id, excluded.p256dh, excluded.auth)
            """)
        .set("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .set("device", device)
        .set("endpoint", address.endpoint())
        .set("p256dh", address.p256dh())
        .set("auth", address.auth())
        .set("now", now)
        .run();
  }

  /** Keeps only the newest subscriptions of a device. */
  void keepNewest(UUID device, int most) {
    sql.statement(
            """
            delete from push_subscription where id in (
              select id from push_subscription where device_id = :device
              order by id desc offset :most)
            """)
        .set("device", device)
        .set("most", most)
        .run();
  }

  void delete(UUID device, String endpoint) {
    sql.statement(
            "delete from push_subscription where device_id = :device and endpoint = :endpoint")
        .set("device", device)
        .set("endpoint", endpoint)
        .run();
  }

  void delete(Collection<UUID> ids) {
    sql.statement("delete from push_subscription where id = any(:ids)")
        .set("ids", ids.toArray(UUID[]::new))
        .run();
  }
}
