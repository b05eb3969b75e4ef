package org.yujian.follow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Versioned;

/**
 * A tag that an account puts on its followers.
 *
 * @param id identifies the follower tag
 * @param version version of the tag, part of its ETag
 * @param name name at the desk
 * @param createdAt time of creation
 * @param updatedAt time of the last change
 */
@Schema(name = "FollowerTag")
public record FollowerTagView(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull String name,
    @NotNull Instant createdAt,
    @NotNull Instant updatedAt)
    implements Versioned {

  static FollowerTagView of(FollowerTag tag) {
    return new FollowerTagView(tag.id, tag.version, tag.name, tag.createdAt, tag.updatedAt);
  }

  @Override
  public long tagVersion() {
    return version;
  }

  @JsonIgnore
  PageKey key() {
    return PageKey.named(NameKeys.sort(name), id);
  }
}
