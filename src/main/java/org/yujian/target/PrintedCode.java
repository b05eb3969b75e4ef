package org.yujian.target;

/**
 * A code that goes on paper, and the words beside it.
 *
 * @param name of the account
 * @param link absolute: what the code says
 * @param label of the placement, small, for those who hang it up
 */
record PrintedCode(String name, String link, String label, String scene) {}
