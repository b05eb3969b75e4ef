package org.yujian.document;

import java.util.List;
import org.yujian.body.Reading;

/** Reads the files of one format. Pure: no network, no disk, and no state between two files. */
public interface DocumentReader {

  /**
   * A document that was read.
   *
   * @param charset name of the charset of its text
   * @param pictures pictures inside the document, to which its figures refer by name
   */
  record Result(Reading reading, String charset, List<DocumentPicture> pictures) {}

  /**
   * @throws DocumentRefused when the bytes are damaged, too large or not of this format
   */
  Result read(byte[] bytes);
}
