package org.yujian.edition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.yujian.body.Digest;

/** Lists the fields in which a draft differs from what was live last. */
final class DraftDifference {

  private DraftDifference() {}

  static List<String> different(Article live, ArticleDraft draft, BodyDifference contents) {
    List<String> names = new ArrayList<>();
    add(names, "kicker", live.kicker, draft.kicker);
    add(names, "title", live.title, draft.title);
    add(names, "subtitle", live.subtitle, draft.subtitle);
    if (draft.digest != null || contents.digestWritten()) {
      // A digest derived on both sides changes only with the body, which is listed itself.
      String digest = draft.digest == null ? Digest.of(draft.body) : draft.digest;
      add(names, "digest", live.digest, digest);
    }
    add(names, "source", live.source, draft.source);
    add(names, "author", live.author, draft.author);
    add(names, "cover", live.cover, draft.cover);
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

  private static void add(List<String> names, String name, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      names.add(name);
    }
  }
}
