package org.yujian.sync;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.change.ChangedThing;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.EditionReferences;
import org.yujian.tag.TagView;
import org.yujian.target.FollowTargetView;

/**
 * A change of a public resource: its light form in the field that its type names, or its removal.
 * Apply it when the version is higher than yours, and replace what you have.
 *
 * @param id id of the resource
 * @param version version of the resource; ignore the change when you have a higher one
 * @param rev revision of an article
 * @param parts which parts of the resource changed
 * @param article the article, when {@code type} says so
 * @param edition the edition, when {@code type} says so
 * @param account the account, when {@code type} says so
 * @param tag the tag, when {@code type} says so
 * @param followTarget the follow target, when {@code type} says so
 */
@Schema(name = "SyncChange")
public record SyncChange(
    @NotNull String op,
    @NotNull String type,
    @NotNull UUID id,
    @NotNull Long version,
    Integer rev,
    @NotNull List<String> parts,
    String reason,
    @JsonProperty("class") String withdrawal,
    ArticleSummary article,
    EditionReferences edition,
    AccountView account,
    TagView tag,
    FollowTargetView followTarget,
    @JsonIgnore ChangedThing thing) {

  private static final int LAST = 10;

  static SyncChange upsert(
      ChangedThing thing, UUID id, long version, List<String> parts, Object v) {
    return new SyncChange(
        "upsert",
        thing.type(),
        id,
        version,
        v instanceof ArticleSummary article ? article.rev() : null,
        parts,
        null,
        null,
        as(ArticleSummary.class, v),
        as(EditionReferences.class, v),
        as(AccountView.class, v),
        as(TagView.class, v),
        as(FollowTargetView.class, v),
        thing);
  }

  static SyncChange delete(
      ChangedThing thing,
      UUID id,
      long version,
      List<String> parts,
      String reason,
      String withdrawal) {
    return new SyncChange(
        "delete",
        thing.type(),
        id,
        version,
        null,
        parts,
        reason,
        withdrawal,
        null,
        null,
        null,
        null,
        null,
        thing);
  }

  /** Order in a response: referenced entities before referring ones; deletions reversed. */
  int place() {
    int place =
        switch (thing) {
          case ACCOUNT -> 0;
          case TAG -> 1;
          case FOLLOW_TARGET -> 2;
          case ARTICLE -> 3;
          case EDITION -> 4;
        };
    return op.equals("upsert") ? place : LAST - place;
  }

  private static <T> T as(Class<T> type, Object value) {
    return type.isInstance(value) ? type.cast(value) : null;
  }
}
