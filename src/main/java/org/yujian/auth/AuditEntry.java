package org.yujian.auth;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.text.Sha256;

/**
 * One row of the audit. It gets its position and hash in the chain within seconds after it was
 * written.
 *
 * @param id identifies the row
 * @param at time of the action
 * @param keyId key that did it, or person who signed in; absent when the program did
 * @param by who did it: {@code key:} and the prefix of a key, {@code person:} and a name, or a part
 *     of the program
 * @param action type and verb, for example {@code edition.publish} or {@code key.revoke}
 * @param thingId id of the object
 * @param accountId account that the object belongs to
 * @param beforeSha256 SHA-256 of the object before the action; absent when it did not exist
 * @param afterSha256 SHA-256 of the object after the action; absent when it is gone
 * @param seal position in the chain, from 1; absent until the row is sealed
 * @param sealSha256 hash of the chain up to this row; absent until the row is sealed
 */
@Schema(name = "AuditEntry")
@JsonPropertyOrder({
  "seal",
  "id",
  "at",
  "keyId",
  "by",
  "action",
  "thing",
  "thingId",
  "accountId",
  "beforeSha256",
  "afterSha256",
  "sealSha256"
})
public record AuditEntry(
    @NotNull Long id,
    @NotNull Instant at,
    UUID keyId,
    @NotNull String by,
    @NotNull String action,
    @NotNull String thing,
    UUID thingId,
    UUID accountId,
    String beforeSha256,
    String afterSha256,
    Long seal,
    String sealSha256) {

  /** Hash of the empty chain. */
  static final String NOTHING = "0".repeat(64);

  PageKey key() {
    return PageKey.feed(id);
  }

  /**
   * Hash of the chain up to this row: SHA-256 of the previous hash, LF, and a JSON array of
   * position, id, time and the other columns in the order of this record, with null for absent
   * ones.
   */
  String chained(String hashBefore, long place) {
    ArrayNode row = Json.mapper().createArrayNode();
    row.add(place).add(id);
    for (Object value :
        new Object[] {
          at, keyId, by, action, thing, thingId, accountId, beforeSha256, afterSha256
        }) {
      row.addPOJO(value);
    }
    return Sha256.hex(hashBefore + "\n" + Json.text(row));
  }
}
