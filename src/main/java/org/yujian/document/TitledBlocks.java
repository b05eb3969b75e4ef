package org.yujian.document;

import java.util.List;
import java.util.stream.IntStream;
import org.yujian.body.Block;
import org.yujian.body.ReadBlock;

/**
 * The headings of a Word file with a document title (level 0): they are sections of one article.
 */
final class TitledBlocks {

  private static final int LOWEST = 6;

  private TitledBlocks() {}

  static void lower(List<ReadBlock> blocks, boolean subtitled) {
    int by = subtitled || !isHeadedAtOnce(blocks) ? 1 : 2;
    blocks.replaceAll(read -> lowered(read, by));
  }

  static boolean endWithTitle(List<ReadBlock> blocks) {
    return !blocks.isEmpty() && isTitle(blocks.get(blocks.size() - 1));
  }

  /** Whether a heading follows the title, which at level 2 would be taken for its subtitle. */
  private static boolean isHeadedAtOnce(List<ReadBlock> blocks) {
    return IntStream.range(1, blocks.size())
        .anyMatch(i -> isTitle(blocks.get(i - 1)) && isHeading(blocks.get(i)));
  }

  private static boolean isHeading(ReadBlock read) {
    return read.block().kind() == Block.Kind.HEADING;
  }

  private static boolean isTitle(ReadBlock read) {
    return isHeading(read) && read.level() == 0;
  }

  private static ReadBlock lowered(ReadBlock read, int by) {
    if (!isHeading(read) || read.block().text().isEmpty()) {
      return read;
    }
    int level = isTitle(read) ? 1 : Math.min(LOWEST, read.level() + by);
    Block heading = Block.heading(level, read.block().text(), read.block().spans());
    return new ReadBlock(heading, level, read.form(), read.starts());
  }
}
