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
 * One row of the audit. Its place in the chain and the chain's hash there come within seconds after
 * it was written.
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
    @Schema(description = "The key that did it; absent: the program itself") UUID keyId,
    @NotNull String by,
    @Schema(description = "Thing and verb: `edition.publish`, `key.revoke`") @NotNull String action,
    @Schema(
            description =
                "`account`, `article`, `edition`, `follower`, `followerTag`, `followTarget`,"
                    + " `import`, `key`, `placement`, `tag`")
        @NotNull
        String thing,
    UUID thingId,
    UUID accountId,
    @Schema(description = "SHA-256 of the thing before; absent: it did not exist")
        String beforeSha256,
    @Schema(description = "SHA-256 of the thing afterwards; absent: it is gone") String afterSha256,
    @Schema(description = "Its place in the chain, from 1") Long seal,
    @Schema(description = "The chain's hash with this row") String sealSha256) {

  /** What stands before the first row. */
  static final String NOTHING = "0".repeat(64);

  PageKey key() {
    return PageKey.feed(id);
  }

  /**
   * The chain's hash with this row at a place: SHA-256 of the hash before, LF, and the row as a
   * JSON array of place, id, time and the other columns in this record's order, absent ones null.
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
