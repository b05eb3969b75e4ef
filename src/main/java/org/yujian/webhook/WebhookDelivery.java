package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.SqlRow;

/**
 * An event for one webhook and what became of it.
 *
 * @param id the {@code webhook-id} of all its requests
 * @param type type of the event; absent before the first attempt
 * @param thing kind of thing that changed; absent for events about no thing
 * @param thingId id of the thing that changed
 * @param createdAt time at which the change was read from the change log
 * @param attempts number of requests so far
 * @param nextAt time of the next attempt; absent when there is none
 * @param attemptedAt time at which the last attempt ended
 * @param status HTTP status of the last response
 * @param response the first 1,024 bytes of the last response
 * @param reason why the last attempt failed, or why nothing was sent: {@code not-wanted} (an event
 *     of another type) or {@code superseded} (a later event reports the thing)
 */
@Schema(name = "WebhookDelivery")
public record WebhookDelivery(
    @NotNull UUID id,
    String type,
    String thing,
    UUID thingId,
    @NotNull Instant createdAt,
    @NotNull String state,
    @NotNull Integer attempts,
    Instant nextAt,
    Instant attemptedAt,
    Integer status,
    String response,
    String reason) {

  static final String SELECT =
      """
      select id, type, thing, thing_id, created_at, state, attempts, next_at, attempted_at, status,
        response, reason from webhook_delivery
      """;

  static WebhookDelivery of(SqlRow row) throws SQLException {
    return new WebhookDelivery(
        row.uuid(1),
        row.text(2),
        row.text(3),
        row.uuid(4),
        row.instant(5),
        row.text(6),
        row.integer(7),
        row.instant(8),
        row.instant(9),
        row.text(10) == null ? null : row.integer(10),
        row.text(11),
        row.text(12));
  }

  PageKey key() {
    return PageKey.latest(id);
  }
}
