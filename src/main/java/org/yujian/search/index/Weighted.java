package org.yujian.search.index;

/**
 * A clause and what it adds where it holds. Weights are whole numbers whose sum stays below 2^24,
 * so that every engine and every node computes the same sum.
 *
 * @param weight more than 0
 */
public record Weighted(Clause clause, int weight) {}
