package org.yujian.document;

import org.yujian.body.Reading;

/** Reads the files of one format. Pure: no network, no disk, and no state between two files. */
public interface DocumentReader {

  /**
   * A document that was read.
   *
   * @param charset name of the charset of its text
   */
  record Result(Reading reading, String charset) {}

  /**
   * @throws DocumentRefused when the bytes are damaged, too large or not of this format
   */
  Result read(byte[] bytes);
}
