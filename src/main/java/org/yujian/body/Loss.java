package org.yujian.body;

/**
 * Words or an address of a document that its blocks do not contain.
 *
 * @param what name like {@link Dropped#what}
 * @param line line of the document, from 1
 * @param words words lost, or the alternative text of a picture; empty if there are none
 * @param address address of the lost link or picture; null for everything else
 */
public record Loss(String what, int line, String words, String address) {}
