package org.yujian.search;

import java.util.Set;
import java.util.UUID;

/**
 * One of several terms.
 *
 * @param accounts those whose name has it, at most 1,000
 */
record SoughtTerm(Term term, Set<UUID> accounts) {}
