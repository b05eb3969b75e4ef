package org.yujian.editing;

import java.util.function.Function;
import org.yujian.document.DocxFile;
import org.yujian.document.ExportedArticle;
import org.yujian.document.HtmlFile;
import org.yujian.document.MarkdownFile;
import org.yujian.document.TextFile;
import org.yujian.shared.web.MediaTypes;

/** Formats of exported articles. */
enum ExportFormat {
  MD(MediaTypes.MARKDOWN + ";charset=UTF-8", MarkdownFile::write),
  HTML("text/html;charset=UTF-8", HtmlFile::write),
  DOCX(MediaTypes.DOCX, DocxFile::write),
  TXT("text/plain;charset=UTF-8", TextFile::write);

  private final String mediaType;
  private final Function<ExportedArticle, byte[]> writer;

  ExportFormat(String mediaType, Function<ExportedArticle, byte[]> writer) {
    this.mediaType = mediaType;
    this.writer = writer;
  }

  String mediaType() {
    return mediaType;
  }

  byte[] write(ExportedArticle article) {
    return writer.apply(article);
  }
}
