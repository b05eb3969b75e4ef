package org.yujian.edition;

/**
 * Which editions the desk lists; null means all.
 *
 * @param account id or {@code @handle}
 */
record DeskEditionFilter(String account, EditionState state) {}
