package org.yujian.target;

import org.yujian.media.Picture;

/**
 * What a share poster shows.
 *
 * @param title title of the article, or name of the account
 * @param account name of the account; null where the title has it
 * @param avatar picture of the account; without one its first character stands in
 * @param text a few sentences; may be null
 * @param cover wide picture at the top; may be null
 * @param line says what the code does
 * @param link absolute address in the code
 */
public record SharePoster(
    String title,
    String account,
    Picture avatar,
    String text,
    Picture cover,
    String line,
    String link) {

  String owner() {
    return account == null ? title : account;
  }

  /** First character of the account's name. */
  String initial() {
    return Character.toString(owner().codePointAt(0));
  }
}
