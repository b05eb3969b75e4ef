package org.yujian.target;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.web.Versioned;

/**
 * A placement as the desk sees it.
 *
 * @param url of the landing page, as its code says it
 * @param standard the one that lasts as long as the account; pages show it
 */
@Schema(name = "Placement")
public record PlacementView(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull UUID followTargetId,
    @NotNull String label,
    @Schema(description = PlacementSettings.MEDIA) @NotNull String medium,
    String place,
    @NotNull String scene,
    @NotNull String code,
    @Schema(description = "Absolute where `yujian.public-url` is set, else path-absolute") @NotNull
        String url,
    @NotNull Boolean standard,
    @Schema(description = "`active` or `ended`") @NotNull String state,
    Instant endsAt,
    @NotNull Instant createdAt,
    @NotNull Instant updatedAt)
    implements Versioned {

  /**
   * @param url of the landing page
   */
  static PlacementView of(Placement placement, String url, Instant now) {
    return new PlacementView(
        placement.id,
        placement.version,
        placement.followTargetId,
        placement.label,
        placement.medium,
        placement.place,
        placement.scene,
        placement.code,
        url,
        placement.isDefault(),
        placement.hasEnded(now) ? "ended" : "active",
        placement.endsAt,
        placement.createdAt,
        placement.updatedAt);
  }

  @Override
  public long tagVersion() {
    return version;
  }

  PageKey key() {
    return PageKey.latest(id);
  }
}
