package org.yujian.search;

/**
 * Two characters that tell what an article is about: often in it, and rare elsewhere.
 *
 * @param weight times within × inverse document frequency
 */
record TellingGram(int gram, double weight) {}
