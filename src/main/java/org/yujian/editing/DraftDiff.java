package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.Block;
import org.yujian.body.BlockChange;
import org.yujian.body.Body;
import org.yujian.body.BodyDiff;
import org.yujian.body.FrontMatter;
import org.yujian.editing.RevisionDiff.ChangedText;
import org.yujian.edition.ArticleDraft;
import org.yujian.edition.ArticleRevision;

/**
 * Differences between what was live last ({@code before}) and the draft ({@code after}).
 *
 * @param rev number of the live revision; absent when nothing was ever live, and everything is
 *     added
 * @param version version of the draft
 * @param fields fields that differ
 * @param blocks both bodies, in the order of the draft; a moved block is where it is now
 */
@Schema(name = "DraftDiff")
public record DraftDiff(
    Integer rev,
    @NotNull Long version,
    @NotNull List<ChangedText> fields,
    @NotNull List<BlockChange> blocks) {

  static DraftDiff between(ArticleRevision live, ArticleDraft draft) {
    boolean none = live == null;
    List<ChangedText> fields = new ArrayList<>();
    RevisionDiff.compare(fields, none ? FrontMatter.EMPTY : live.frontMatter, after(live, draft));
    RevisionDiff.compare(fields, none ? null : live.provenance, draft.provenance);
    Body before = none ? new Body(List.of()) : live.body;
    return new DraftDiff(
        none ? null : live.rev, draft.version, fields, moved(BodyDiff.between(before, draft.body)));
  }

  /** A derived digest changes only when the body does. */
  private static FrontMatter after(ArticleRevision live, ArticleDraft draft) {
    FrontMatter front = draft.frontMatter();
    boolean derived = front.digest() == null && live != null && !live.digestWritten;
    return derived && live.body.equals(draft.body)
        ? front.withDigest(live.frontMatter.digest())
        : front.withDigestOf(draft.body);
  }

  /** Turns the removal and the addition of an equal block into one move. */
  private static List<BlockChange> moved(List<BlockChange> changes) {
    Map<Block, Integer> removed = new HashMap<>();
    changes.stream()
        .filter(change -> change.after() == null)
        .forEach(change -> removed.merge(change.before(), 1, Integer::sum));
    Map<Block, Integer> found = new HashMap<>();
    List<BlockChange> result = new ArrayList<>(changes.size());
    for (BlockChange change : changes) {
      boolean added = change.before() == null && change.op().equals("added");
      if (added
          && found.getOrDefault(change.after(), 0) < removed.getOrDefault(change.after(), 0)) {
        found.merge(change.after(), 1, Integer::sum);
        result.add(new BlockChange("moved", null, change.after()));
      } else {
        result.add(change);
      }
    }
    result.removeIf(
        change -> change.after() == null && found.merge(change.before(), -1, Integer::sum) >= 0);
    return result;
  }
}
