package org.yujian.ingest.healing;

import java.util.Locale;
import org.yujian.document.DocumentDecoder;
import org.yujian.document.HtmlDocument;
import org.yujian.document.PdfText;
import org.yujian.document.ZipNames;
import org.yujian.shared.web.MediaTypes;

/** The file formats that can be imported. */
public enum DocumentFormat {
  TEXT("text/plain"),
  MARKDOWN(MediaTypes.MARKDOWN),
  HTML("text/html"),
  DOCX(MediaTypes.DOCX),
  ODT("application/vnd.oasis.opendocument.text"),
  DOC("application/msword"),
  PDF(MediaTypes.PDF),
  /** A document with its pictures. */
  ZIP(MediaTypes.ZIP);

  private final String mediaType;

  DocumentFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** By content where it shows the format, else by file name; all others are plain text. */
  public static DocumentFormat of(String fileName, byte[] bytes) {
    if (ZipNames.isZip(bytes)) {
      return ZipNames.isOffice(bytes) ? DOCX : ZipNames.isOpenDocument(bytes) ? ODT : ZIP;
    }
    if (DocumentDecoder.isOle(bytes)) {
      return DOC;
    }
    if (PdfText.isPdf(bytes)) {
      return PDF;
    }
    String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
    if (name.matches("(?s).*\\.(?:html?|xhtml|xht)") || HtmlDocument.isHtml(bytes)) {
      return HTML;
    }
    return name.endsWith(".md") || name.endsWith(".markdown") ? MARKDOWN : TEXT;
  }

  public String mediaType() {
    return mediaType;
  }
}
