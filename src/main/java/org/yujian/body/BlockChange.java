package org.yujian.body;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One step of a comparison of two bodies, block by block.
 *
 * @param before block of the older body; absent when it was added or moved
 * @param after block of the newer body; absent when it was removed
 */
@Schema(name = "BlockChange")
public record BlockChange(@NotNull String op, Block before, Block after) {

  static final String SAME = "same";
  static final String CHANGED = "changed";
  static final String ADDED = "added";
  static final String REMOVED = "removed";

  /** An unchanged block, listed once; its id may differ between the two bodies. */
  static BlockChange same(Block block) {
    return new BlockChange(SAME, null, block);
  }

  static BlockChange changed(Block before, Block after) {
    return new BlockChange(CHANGED, before, after);
  }

  static BlockChange added(Block after) {
    return new BlockChange(ADDED, null, after);
  }

  static BlockChange removed(Block before) {
    return new BlockChange(REMOVED, before, null);
  }
}
