package org.yujian.edition;

import java.util.Arrays;
import java.util.List;
import org.yujian.body.FrontMatter;

/** Lists the fields in which a draft differs from what was live last. */
final class DraftDifference {

  private DraftDifference() {}

  static List<String> different(Article live, ArticleDraft draft, BodyDifference contents) {
    FrontMatter before = live.frontMatter();
    FrontMatter after = draft.frontMatter();
    // A digest derived on both sides changes only with the body, which has an entry of its own.
    boolean derived = after.digest() == null && !contents.digestWritten();
    after = derived ? after.withDigest(before.digest()) : after.withDigestOf(draft.body);
    List<String> names = after.differencesFrom(before);
    if (!Arrays.equals(live.tags, draft.tags)) {
      names.add("tags");
    }
    if (contents.otherProvenance()) {
      names.add("provenance");
    }
    if (contents.otherBody()) {
      names.add("body");
    }
    return names;
  }
}
