package org.yujian.ingest;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.yujian.shared.web.FormFields;

/** The fields and files of a form that imports documents. */
final class ImportUploads {

  private static final long MAX_BYTES = 20L * 1024 * 1024;

  private ImportUploads() {}

  static ImportWork.Options options(
      String account, List<String> tags, Boolean publish, Boolean force, List<UUID> updates) {
    return new ImportWork.Options(
        account == null || account.isBlank() ? null : account.strip(),
        tags == null ? List.of() : tags,
        Boolean.TRUE.equals(publish),
        Boolean.TRUE.equals(force),
        updates == null ? List.of() : updates);
  }

  /** The documents in the files, in order; a ZIP file may have several. */
  static List<ImportRequest> documents(Stream<FileUpload> files, ImportWork.Options options) {
    List<ImportRequest> documents =
        files
            .flatMap(
                file ->
                    ImportFiles.of(FileNames.of(file.fileName()), file.contentType(), bytes(file))
                        .stream())
            .map(file -> options.request(file.fileName(), file.type(), file.bytes()))
            .toList();
    if (documents.isEmpty()) {
      throw ImportProblems.fileRequired();
    }
    if (documents.size() > 1 && !options.updates().isEmpty()) {
      throw ImportProblems.updatesOfSeveral();
    }
    return documents;
  }

  private static byte[] bytes(FileUpload file) {
    if (file.size() > MAX_BYTES) {
      throw ImportProblems.tooLarge(MAX_BYTES);
    }
    return FormFields.bytes(file);
  }
}
