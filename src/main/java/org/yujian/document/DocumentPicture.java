package org.yujian.document;

/**
 * A picture inside a document, in a format that clients can show: JPEG, PNG, GIF or WebP.
 *
 * @param name its address in the blocks of the document, such as {@code document:1}
 * @param bytes the picture as the document holds it, 10 MB at most; only its first bytes were read
 */
public record DocumentPicture(String name, byte[] bytes) {

  /** Begins all names. */
  public static final String SCHEME = "document:";
}
