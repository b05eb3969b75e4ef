package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.RevisionDiff.ChangedText;
import org.yujian.edition.body.Block;
import org.yujian.edition.body.BlockChange;
import org.yujian.edition.body.Body;
import org.yujian.edition.body.BodyDiff;

/**
 * The draft against what was live last: {@code before} is live, {@code after} the draft.
 *
 * @param rev of the live copy; missing where nothing was ever live, and all is added
 * @param version of the draft
 * @param blocks both bodies, in the order of the draft; {@code moved} stands where the block is now
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
    RevisionDiff.compare(fields, "kicker", none ? null : live.kicker, draft.kicker);
    RevisionDiff.compare(fields, "title", none ? null : live.title, draft.title);
    RevisionDiff.compare(fields, "subtitle", none ? null : live.subtitle, draft.subtitle);
    RevisionDiff.compare(fields, "digest", none ? null : live.digest, digest(live, draft));
    RevisionDiff.compare(fields, "source", none ? null : live.source, draft.source);
    RevisionDiff.compare(fields, "author", none ? null : live.author, draft.author);
    RevisionDiff.compare(fields, none ? null : live.provenance, draft.provenance);
    Body before = none ? new Body(List.of()) : live.body;
    return new DraftDiff(
        none ? null : live.rev, draft.version, fields, moved(BodyDiff.between(before, draft.body)));
  }

  /** A derived one stays what it is until there is another body to derive it from. */
  private static String digest(ArticleRevision live, ArticleDraft draft) {
    if (draft.digest != null) {
      return draft.digest;
    }
    boolean stays = live != null && !live.digestWritten && live.body.equals(draft.body);
    return stays ? live.digest : Digest.of(draft.body);
  }

  /** What went in one place and came in another was moved. */
  private static List<BlockChange> moved(List<BlockChange> changes) {
    Map<Block, Integer> gone = new HashMap<>();
    changes.stream()
        .filter(change -> change.after() == null)
        .forEach(change -> gone.merge(change.before(), 1, Integer::sum));
    Map<Block, Integer> found = new HashMap<>();
    List<BlockChange> told = new ArrayList<>(changes.size());
    for (BlockChange change : changes) {
      boolean comes = change.before() == null && change.op().equals("added");
      if (comes && found.getOrDefault(change.after(), 0) < gone.getOrDefault(change.after(), 0)) {
        found.merge(change.after(), 1, Integer::sum);
        told.add(new BlockChange("moved", null, change.after()));
      } else {
        told.add(change);
      }
    }
    told.removeIf(
        change -> change.after() == null && found.merge(change.before(), -1, Integer::sum) >= 0);
    return told;
  }
}
