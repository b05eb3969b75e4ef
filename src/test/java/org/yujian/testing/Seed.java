package org.yujian.testing;

import java.util.Random;

/** Chance that can be had again: {@code -Dtesting.seed=…} repeats a run. */
public final class Seed {
  private Seed() {}

  /** A new generator, whose seed the test's output names. */
  public static Random random(String test) {
    long seed = Long.getLong("testing.seed", System.nanoTime());
    System.out.println(test + ": -Dtesting.seed=" + seed);
    return new Random(seed);
  }
}
