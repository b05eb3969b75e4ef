/**
 * What the search makes of text before it compares: the fold, grams, the terms of a query, pinyin.
 * Pure functions, the same on every server and Java version (ICU4J's Unicode data, not the JDK's);
 * index and query use the same code. Owns no tables and knows no other feature.
 *
 * <p>The files under {@code /search} are made from dictionaries that only the tests hold ({@code
 * GeneratedFilesTest} compares and renews them): {@code simplified.txt} from ICU4J's
 * Traditional-Simplified and Equivalent_Unified_Ideograph of the Unicode Character Database (both
 * Unicode License v3) and OpenCC's table of characters in opencc4j (Apache-2.0); {@code pinyin.txt}
 * and {@code pinyin-words.txt} from com.github.houbb:pinyin (Apache-2.0). Price: 270 kB in the
 * program, and a new version of a dictionary is a change here. Traditional becomes simplified by
 * single character, never by words: context would make a word's fold depend on its neighbours. So 着
 * and 著, 干 and 乾 are one; what differs only by them is found together.
 */
package org.yujian.search.text;
