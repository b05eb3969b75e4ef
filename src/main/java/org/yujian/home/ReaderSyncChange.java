package org.yujian.home;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.edition.ArticleSummary;
import org.yujian.edition.EditionReferences;
import org.yujian.follow.FollowChange;
import org.yujian.sync.SyncChange;
import org.yujian.tag.TagView;
import org.yujian.target.FollowTargetView;

/**
 * What became of one thing for this reader: a public one as public sync tells it, a follow or a
 * mark.
 *
 * @param id of a follow its account's, of a mark its article's
 * @param version missing where an account was unfollowed: that is done in any case
 * @param rev of an article
 * @param parts of a public thing: what changed, for those who care
 * @param reason of a deletion
 * @param withdrawal the public class of a withdrawal
 */
@Schema(name = "ReaderSyncChange")
public record ReaderSyncChange(
    @Schema(description = "`upsert` or `delete`") @NotNull String op,
    @Schema(
            description =
                "`account`, `edition`, `article`, `tag`, `followTarget`, `follow`, `state`")
        @NotNull
        String type,
    @NotNull UUID id,
    Long version,
    Integer rev,
    List<String> parts,
    @Schema(
            description =
                "Of a deletion: those of public sync, and `unfollowed`: drop the account with its"
                    + " follow target, editions, articles and follow, and the marks of its articles"
                    + " that carry no star")
        String reason,
    @Schema(description = "Of a withdrawal: its public class") @JsonProperty("class")
        String withdrawal,
    ArticleSummary article,
    EditionReferences edition,
    AccountView account,
    TagView tag,
    FollowTargetView followTarget,
    ReaderSyncFollow follow,
    ReaderMark state) {

  /** A public thing. */
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

  /** A follow that there is. */
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
