package org.yujian.ingest;

import java.util.List;

/** Splits an uploaded file into its documents; the resource calls it for each file. */
final class ImportFiles {

  private ImportFiles() {}

  /**
   * The documents of a file, in order.
   *
   * @param type the media type that the client sent; may be null
   */
  static List<ImportFile> of(String fileName, String type, byte[] bytes) {
    return List.of(new ImportFile(fileName, type, bytes));
  }
}
