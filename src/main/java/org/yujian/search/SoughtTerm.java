package org.yujian.search;

import java.util.List;
import java.util.UUID;

/**
 * One of several terms.
 *
 * @param accounts those whose name has it
 * @param weight the higher the rarer: the inverse document frequency of the field's textbooks, ln(1
 *     + articles / those with the term)
 */
record SoughtTerm(Term term, List<UUID> accounts, double weight) {}
