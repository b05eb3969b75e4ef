package org.yujian.search.question;

import java.util.List;
import org.yujian.search.index.Clause;
import org.yujian.search.index.Weighted;

/**
 * What a question asks of an index.
 *
 * @param must condition on every hit
 * @param loose weaker condition, for when {@code must} gives nothing: the heaviest word of the
 *     question, or others that weigh as much
 * @param ranking adds up to the score of a hit; below 2^24 in sum
 */
public record RelaxedQuery(Clause must, Clause loose, List<Weighted> ranking) {}
