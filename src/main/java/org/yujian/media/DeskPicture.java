package org.yujian.media;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.web.Versioned;

/**
 * A picture of an account at the desk.
 *
 * @param id identifies the picture
 * @param version version of the picture, part of its ETag
 * @param accountId account that has the picture
 * @param picture the picture as readers get it; to use it, send this or its {@code url} as cover,
 *     avatar or picture of a block
 * @param licence whose picture it is and on which terms it may be shown
 * @param mediaType media type of the uploaded file, by its content
 * @param bytes size of the uploaded file
 * @param sha256 SHA-256 of the uploaded file
 * @param qrText what the QR code in the picture says; absent without one
 * @param uses where the picture is used, 100 at most; absent in lists
 * @param createdAt time of the upload
 * @param createdBy who uploaded it
 * @param updatedAt time of the last change
 */
@Schema(name = "DeskPicture")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeskPicture(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull UUID accountId,
    @NotNull Picture picture,
    String licence,
    @NotNull String mediaType,
    @NotNull Integer bytes,
    @NotNull String sha256,
    String qrText,
    List<Use> uses,
    @NotNull Instant createdAt,
    @NotNull String createdBy,
    @NotNull Instant updatedAt)
    implements Versioned {

  /**
   * A place that shows the picture.
   *
   * @param kind {@code draft} or {@code revision} of an article, {@code account} or {@code target}
   * @param id id of the article, account or follow target
   * @param rev number of the revision; absent for the others
   */
  @Schema(name = "PictureUse")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Use(@NotNull String kind, @NotNull UUID id, Integer rev) {

    static Use of(PictureUse use) {
      return new Use(use.kind, use.thingId, use.rev == 0 ? null : use.rev);
    }
  }

  static DeskPicture of(AccountPicture picture, List<Use> uses) {
    StoredPicture stored = picture.stored;
    return new DeskPicture(
        picture.id,
        picture.version,
        picture.accountId,
        picture.picture(),
        picture.licence,
        stored.mediaType,
        stored.bytes,
        stored.sha256,
        stored.qrText,
        uses,
        picture.createdAt,
        picture.createdBy,
        picture.updatedAt);
  }

  @Override
  public long tagVersion() {
    return version;
  }

  @JsonIgnore
  PageKey key() {
    return PageKey.latest(id);
  }
}
