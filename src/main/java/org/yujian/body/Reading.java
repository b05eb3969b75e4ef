package org.yujian.body;

import java.util.ArrayList;
import java.util.List;

/**
 * Result of reading a document: blocks, counts of what was dropped, lost words and addresses with
 * their lines, and metadata, which is null if there is none.
 */
public record Reading(
    List<ReadBlock> blocks, List<Dropped> dropped, List<Loss> losses, YamlFrontMatter frontMatter) {

  /** The result for the desk, without line numbers. */
  Cleaned cleaned() {
    List<Dropped> all = new ArrayList<>(dropped);
    if (frontMatter != null) {
      all.add(new Dropped("front-matter", 1));
    }
    return new Cleaned(Body.of(blocks.stream().map(ReadBlock::block).toList()), all);
  }
}
