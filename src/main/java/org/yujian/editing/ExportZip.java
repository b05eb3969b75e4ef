package org.yujian.editing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yujian.document.ExportedArticle;
import org.yujian.shared.web.Attachment;

/** Packs the articles of an edition; the same articles always give the same bytes. */
final class ExportZip {

  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ExportZip() {}

  /** One file per article, whose names begin with their position: {@code 01 标题.docx}. */
  static byte[] of(List<ExportedArticle> articles, ExportFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      int position = 0;
      for (ExportedArticle article : articles) {
        String number = String.format(Locale.ROOT, "%02d ", ++position);
        ZipEntry entry = new ZipEntry(number + fileName(article, format));
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(format.write(article));
        zip.closeEntry();
      }
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return bytes.toByteArray();
  }

  static String fileName(ExportedArticle article, ExportFormat format) {
    String title = article.title() == null ? "" : Attachment.cleanName(article.title());
    String ending = format.name().toLowerCase(Locale.ROOT);
    return (title.isEmpty() ? "article" : title) + "." + ending;
  }
}
