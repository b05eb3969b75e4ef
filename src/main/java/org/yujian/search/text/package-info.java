/**
 * What the search makes of text before it compares: the fold, grams, the terms of a query, pinyin.
 * Pure functions, the same on every server and Java version (ICU4J's Unicode data, not the JDK's);
 * index and query use the same code. Owns no tables and knows no other feature.
 */
package org.yujian.search.text;
