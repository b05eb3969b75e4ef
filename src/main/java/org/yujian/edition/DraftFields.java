package org.yujian.edition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Which fields of a draft differ from what was live last; all that it has where nothing was. */
final class DraftFields {

  private DraftFields() {}

  /**
   * @param body whether the bodies differ
   */
  static List<String> different(Article live, ArticleDraft draft, boolean body) {
    List<String> names = new ArrayList<>();
    add(names, "kicker", live.kicker, draft.kicker);
    add(names, "title", live.title, draft.title);
    add(names, "subtitle", live.subtitle, draft.subtitle);
    // Without one of its own it is derived from the body when it goes live.
    add(names, "digest", draft.digest == null ? null : live.digest, draft.digest);
    add(names, "source", live.source, draft.source);
    add(names, "author", live.author, draft.author);
    add(names, "cover", live.cover, draft.cover);
    if (!Arrays.equals(live.tags, draft.tags)) {
      names.add("tags");
    }
    if (body) {
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
