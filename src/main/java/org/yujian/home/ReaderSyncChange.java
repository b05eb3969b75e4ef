package org.yujian.home;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.EditionReferences;
import org.yujian.follow.FollowChange;
import org.yujian.sync.SyncChange;
import org.yujian.tag.TagView;
import org.yujian.target.FollowTargetView;

/**
 * A change for this reader: of a public entity as in public sync, of a follow or of a mark.
 *
 * @param id id of the entity; for a follow the id of its account, for a mark the id of its article
 * @param version version of the entity; absent when an account was unfollowed, which always applies
 * @param rev revision of an article
 * @param parts parts of a public entity that changed
 * @param article the article, when {@code type} says so
 * @param edition the edition, when {@code type} says so
 * @param account the account, when {@code type} says so
 * @param tag the tag, when {@code type} says so
 * @param followTarget the follow target, when {@code type} says so
 * @param follow the follow, when {@code type} says so
 * @param state the mark, when {@code type} is {@code state}
 */
@Schema(name = "ReaderSyncChange")
public record ReaderSyncChange(
    @NotNull String op,
    @NotNull String type,
    @NotNull UUID id,
    Long version,
    Integer rev,
    List<String> parts,
    String reason,
    @JsonProperty("class") String withdrawal,
    ArticleSummary article,
    EditionReferences edition,
    AccountView account,
    TagView tag,
    FollowTargetView followTarget,
    ReaderSyncFollow follow,
    ReaderMark state) {

  static ReaderSyncChange of(SyncChange change) {
    return new ReaderSyncChange(
        change.op(),
        change.type(),
        change.id(),
        change.version(),
        change.rev(),
        change.parts(),
        change.reason(),
        change.withdrawal(),
        change.article(),
        change.edition(),
        change.account(),
        change.tag(),
        change.followTarget(),
        null,
        null);
  }

  /** An active follow. */
  static ReaderSyncChange of(FollowChange follow) {
    return personal("follow", follow.accountId(), follow.seq(), ReaderSyncFollow.of(follow), null);
  }

  static ReaderSyncChange of(MarkRow row) {
    return personal("state", row.mark().articleId, row.mark().seq, null, row.view());
  }

  private static ReaderSyncChange personal(
      String type, UUID id, long version, ReaderSyncFollow follow, ReaderMark mark) {
    return new ReaderSyncChange(
        "upsert", type, id, version, null, null, null, null, null, null, null, null, null, follow,
        mark);
  }

  static ReaderSyncChange unfollowed(UUID account) {
    return new ReaderSyncChange(
        "delete",
        "account",
        account,
        null,
        null,
        null,
        "unfollowed",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
