package org.yujian.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Picture;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.web.Versioned;

/**
 * A follow target in public and desk responses.
 *
 * @param id identifies the follow target
 * @param version rises with every public change; keep the higher one
 * @param name name as readers see it
 * @param accountId account behind it; absent for outside targets
 * @param url URL that the code of an outside target leads to
 * @param image picture of the code of an outside target
 * @param qr paths of its QR pictures; absent when it has no code
 * @param followPath path of the landing page of a local account; null for outside targets
 */
@Schema(name = "FollowTarget")
public record FollowTargetView(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull String name,
    @NotNull String kind,
    UUID accountId,
    String url,
    Picture image,
    Qr qr,
    String status,
    @JsonIgnore String followPath,
    @JsonIgnore String sortKey,
    @JsonIgnore UUID editionId,
    @JsonIgnore Integer position)
    implements Versioned {

  /**
   * Paths of the QR codes of a follow target. They change when the pictures do.
   *
   * @param svg path of the QR code as SVG
   * @param png path of the QR code as PNG
   */
  @Schema(name = "Qr")
  public record Qr(@NotNull String svg, @NotNull String png) {}

  /**
   * @param qrVersion version of the QR picture; null when none can be drawn
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

  PageKey placeKey() {
    return PageKey.feed(-position);
  }
}
