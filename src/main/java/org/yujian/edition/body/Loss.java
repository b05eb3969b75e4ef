package org.yujian.edition.body;

/**
 * Words or an address of a document that its blocks do not hold.
 *
 * @param what as {@link Dropped#what}
 * @param line of the document, from 1
 * @param words that are lost, or the alternative text of a picture; empty when there are none
 * @param address where the lost link or picture leads; null for everything else
 */
public record Loss(String what, int line, String words, String address) {}
