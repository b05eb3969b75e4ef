package org.yujian.ingest;

import java.util.List;
import org.yujian.document.DocumentRefused;
import org.yujian.document.ZipArchive;
import org.yujian.ingest.healing.DocumentFormat;

/** Splits an uploaded file into its documents; the resource calls it for each file. */
final class ImportFiles {

  private ImportFiles() {}

  /**
   * The documents of a file, in order.
   *
   * @param type the media type that the client sent; may be null
   */
  static List<ImportFile> of(String fileName, String type, byte[] bytes) {
    if (DocumentFormat.of(fileName, bytes) != DocumentFormat.ZIP) {
      return List.of(new ImportFile(fileName, type, bytes));
    }
    List<ZipArchive.Entry> entries;
    try {
      entries = ZipArchive.documents(bytes);
    } catch (DocumentRefused refused) {
      throw ImportProblems.refused(refused);
    }
    return entries.stream()
        .map(
            entry ->
                new ImportFile(
                    FileNames.of(entry.name()),
                    DocumentFormat.of(entry.name(), entry.bytes()).mediaType(),
                    entry.bytes()))
        .toList();
  }
}
