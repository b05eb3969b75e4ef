package org.yujian.target;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.web.Versioned;

/**
 * A placement in desk responses.
 *
 * @param id identifies the placement
 * @param version version of the placement, part of its ETag
 * @param followTargetId id of the follow target
 * @param label name at the desk
 * @param place where the code is displayed, for people
 * @param scene label that follows and scans keep of the placement
 * @param code code in the URL
 * @param url URL of the landing page, as in its code; absolute when {@code yujian.public-url} is
 *     set, else a path
 * @param standard whether it is the default placement, which lasts as long as the account; pages
 *     show it
 * @param endsAt time at which it ends or ended; absent when permanent
 * @param createdAt time of creation
 * @param updatedAt time of the last change
 */
@Schema(name = "Placement")
public record PlacementView(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull UUID followTargetId,
    @NotNull String label,
    @NotNull String medium,
    String place,
    @NotNull String scene,
    @NotNull String code,
    @NotNull String url,
    @NotNull Boolean standard,
    @NotNull String state,
    Instant endsAt,
    @NotNull Instant createdAt,
    @NotNull Instant updatedAt)
    implements Versioned {

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
