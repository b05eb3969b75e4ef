package org.yujian.body;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two bodies block by block: draft with live copy, or two revisions. Ids do not count.
 *
 * <p>Uses a longest common subsequence for small inputs. For large ones, blocks that occur once in
 * both bodies serve as anchors (patience diff), because 200,000 lines would need a quadratic table.
 */
public final class BodyDiff {

  /** Maximum number of cells in the table of a longest common subsequence. */
  private static final long CHEAP = 250_000;

  private static final int ABSENT = -1;

  private final List<Block> old;
  private final List<Block> young;
  private final List<BlockChange> changes = new ArrayList<>();

  private BodyDiff(List<Block> old, List<Block> young) {
    this.old = old;
    this.young = young;
  }

  /** All changes in the order of the newer body; equal bodies give only {@code same}. */
  public static List<BlockChange> between(Body before, Body after) {
    BodyDiff diff = new BodyDiff(bare(before), bare(after));
    diff.compare(0, diff.old.size(), 0, diff.young.size());
    return named(diff.changes, before, after);
  }

  private static List<Block> bare(Body body) {
    return body.blocks().stream().map(block -> block.withId(null)).toList();
  }

  /** Restores the ids, which were removed for the comparison. */
  private static List<BlockChange> named(List<BlockChange> bare, Body before, Body after) {
    List<BlockChange> named = new ArrayList<>(bare.size());
    int left = 0;
    int right = 0;
    for (BlockChange change : bare) {
      boolean takesOld = !change.op().equals(BlockChange.ADDED);
      boolean takesYoung = !change.op().equals(BlockChange.REMOVED);
      Block older = takesOld ? before.blocks().get(left++) : null;
      Block younger = takesYoung ? after.blocks().get(right++) : null;
      boolean same = change.op().equals(BlockChange.SAME);
      named.add(new BlockChange(change.op(), same ? null : older, younger));
    }
    return named;
  }

  /** Skips equal blocks at both ends, then compares the middle. */
  private void compare(int left, int leftEnd, int right, int rightEnd) {
    int from = left;
    int to = right;
    while (from < leftEnd && to < rightEnd && old.get(from).equals(young.get(to))) {
      changes.add(BlockChange.same(young.get(to)));
      from++;
      to++;
    }
    int fromEnd = leftEnd;
    int toEnd = rightEnd;
    while (fromEnd > from && toEnd > to && old.get(fromEnd - 1).equals(young.get(toEnd - 1))) {
      fromEnd--;
      toEnd--;
    }
    if ((long) (fromEnd - from) * (toEnd - to) <= CHEAP) {
      commonSubsequence(from, fromEnd, to, toEnd);
    } else {
      byAnchors(from, fromEnd, to, toEnd);
    }
    for (int i = toEnd; i < rightEnd; i++) {
      changes.add(BlockChange.same(young.get(i)));
    }
  }

  private void commonSubsequence(int left, int leftEnd, int right, int rightEnd) {
    int rows = leftEnd - left;
    int columns = rightEnd - right;
    int[][] longest = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        longest[i][j] =
            old.get(left + i).equals(young.get(right + j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    int gapLeft = 0;
    int gapRight = 0;
    while (i < rows && j < columns) {
      if (old.get(left + i).equals(young.get(right + j))) {
        gap(left + gapLeft, left + i, right + gapRight, right + j);
        changes.add(BlockChange.same(young.get(right + j)));
        gapLeft = ++i;
        gapRight = ++j;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    gap(left + gapLeft, leftEnd, right + gapRight, rightEnd);
  }

  private void byAnchors(int left, int leftEnd, int right, int rightEnd) {
    int from = left;
    int to = right;
    for (int[] anchor : anchors(left, leftEnd, right, rightEnd)) {
      between(from, anchor[0], to, anchor[1]);
      changes.add(BlockChange.same(young.get(anchor[1])));
      from = anchor[0] + 1;
      to = anchor[1] + 1;
    }
    between(from, leftEnd, to, rightEnd);
  }

  /** Compares the blocks between two anchors; if there are too many, all count as different. */
  private void between(int left, int leftEnd, int right, int rightEnd) {
    if ((long) (leftEnd - left) * (rightEnd - right) <= CHEAP) {
      commonSubsequence(left, leftEnd, right, rightEnd);
    } else {
      gap(left, leftEnd, right, rightEnd);
    }
  }

  /** Index pairs of blocks unique in both bodies: the longest chain that rises on both sides. */
  private List<int[]> anchors(int left, int leftEnd, int right, int rightEnd) {
    Map<Block, Integer> places = once(young, right, rightEnd);
    Map<Block, Integer> own = once(old, left, leftEnd);
    List<int[]> tails = new ArrayList<>();
    Map<int[], int[]> before = new HashMap<>();
    for (int i = left; i < leftEnd; i++) {
      Integer place = places.get(old.get(i));
      if (place != null && place != ABSENT && own.get(old.get(i)) != ABSENT) {
        int[] pair = {i, place};
        int slot = slot(tails, place);
        if (slot > 0) {
          before.put(pair, tails.get(slot - 1));
        }
        if (slot == tails.size()) {
          tails.add(pair);
        } else {
          tails.set(slot, pair);
        }
      }
    }
    List<int[]> chain = new ArrayList<>();
    int[] pair = tails.isEmpty() ? null : tails.get(tails.size() - 1);
    while (pair != null) {
      chain.add(pair);
      pair = before.get(pair);
    }
    Collections.reverse(chain);
    return chain;
  }

  private static int slot(List<int[]> tails, int place) {
    int low = 0;
    int high = tails.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (tails.get(middle)[1] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Map<Block, Integer> once(List<Block> blocks, int from, int end) {
    Map<Block, Integer> places = new HashMap<>();
    for (int i = from; i < end; i++) {
      places.merge(blocks.get(i), i, (first, second) -> ABSENT);
    }
    return places;
  }

  /** Reports blocks without a match: pairs of one type as changed, the rest as removed or added. */
  private void gap(int left, int leftEnd, int right, int rightEnd) {
    int i = left;
    int j = right;
    while (i < leftEnd && j < rightEnd && old.get(i).type().equals(young.get(j).type())) {
      changes.add(BlockChange.changed(old.get(i++), young.get(j++)));
    }
    while (i < leftEnd) {
      changes.add(BlockChange.removed(old.get(i++)));
    }
    while (j < rightEnd) {
      changes.add(BlockChange.added(young.get(j++)));
    }
  }
}
