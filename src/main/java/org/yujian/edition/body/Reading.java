package org.yujian.edition.body;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader made of a document.
 *
 * @param dropped everything that the blocks do not hold, counted
 * @param losses those of them that are words or addresses, each with its line
 * @param frontMatter what stands before the text; null where nothing does
 */
public record Reading(
    List<ReadBlock> blocks, List<Dropped> dropped, List<Loss> losses, FrontMatter frontMatter) {

  /** The blocks as a body, for the desk. */
  Cleaned cleaned() {
    List<Dropped> told = new ArrayList<>(dropped);
    if (frontMatter != null) {
      told.add(new Dropped("front-matter", 1));
    }
    return new Cleaned(Body.of(blocks.stream().map(ReadBlock::block).toList()), told);
  }
}
