/**
 * Questions as people type them, as relaxed queries of the port to a search engine, and what an
 * index holds of a text so that they can be answered. Pure functions; owns no tables and knows no
 * feature but the port and the fold.
 *
 * <p>A question becomes units: two adjacent Chinese characters, a word, a number, a date. A unit
 * weighs its inverse document frequency in whole steps, round(4 ln(1 + N / df)) (Robertson and
 * Sparck Jones, Relevance weighting of search terms, 1976; weights of terms as in Salton, Wong and
 * Yang, A vector space model for automatic indexing, 1975). Frequencies within an article and
 * lengths of articles do not count, so every node and engine computes the same sum.
 *
 * <p>A hit has at least half of the weight of the question, three fifths where it has at most three
 * words. Pairs across two words and lone characters count a third: they are rare by chance.
 * Homophones and typing errors count two thirds. A word that no article has counts half of the
 * heaviest other, or all of it, so that a question of two words is not answered by a common one.
 * Words are cut by the dictionary of ICU4J, on the side of the question only; the price is that a
 * word it lacks is taken for single characters, which count together.
 */
package org.yujian.search.question;
