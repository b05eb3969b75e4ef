package org.yujian.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Image;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.web.Versioned;

/**
 * A follow target as everyone reads it.
 *
 * @param followPath of the landing page of an account here; else null. Pages link to it
 */
@Schema(name = "FollowTarget")
public record FollowTargetView(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull String name,
    @Schema(description = "`account` (an account here) or `outside`") @NotNull String kind,
    UUID accountId,
    @Schema(description = "What an outside target's code leads to") String url,
    Image image,
    Qr qr,
    @Schema(description = "`needs-image`: an outside target without url and picture") String status,
    @JsonIgnore String followPath,
    @JsonIgnore String sortKey,
    @JsonIgnore UUID editionId,
    @JsonIgnore Integer position)
    implements Versioned {

  /** Where its QR pictures lie; the URLs change when the picture does. */
  @Schema(name = "Qr")
  public record Qr(@NotNull String svg, @NotNull String png) {}

  /**
   * @param qrVersion of the picture; null when none can be drawn
   */
  static FollowTargetView of(FollowTargetRow row, String qrVersion) {
    boolean empty = qrVersion == null && row.image() == null;
    return new FollowTargetView(
        row.id(),
        row.version(),
        row.name(),
        row.accountId() == null ? "outside" : "account",
        row.accountId(),
        row.url(),
        row.image(),
        qrVersion == null ? null : qr(row.id(), qrVersion),
        empty ? "needs-image" : null,
        row.code() == null ? null : "/f/" + row.code(),
        row.sortKey(),
        row.editionId(),
        row.position());
  }

  private static Qr qr(UUID id, String version) {
    String picture = "/v1/follow-targets/" + id + "/qr.";
    return new Qr(picture + "svg?v=" + version, picture + "png?v=" + version);
  }

  @Override
  public long tagVersion() {
    return version;
  }

  PageKey key() {
    return PageKey.named(sortKey, id);
  }

  /** Its key in the list of one edition. */
  PageKey placeKey() {
    return PageKey.feed(-position);
  }
}
