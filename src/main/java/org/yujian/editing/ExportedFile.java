package org.yujian.editing;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.yujian.document.ExportedArticle;
import org.yujian.shared.web.Attachment;
import org.yujian.shared.web.Condition;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.Representation;
import org.yujian.shared.web.Versioned;

/**
 * A file to save, with a strong ETag.
 *
 * @param ascii name for clients that know no other characters
 * @param name name in any script
 */
record ExportedFile(byte[] bytes, String mediaType, String ascii, String name) {

  static ExportedFile of(ExportedArticle article, ExportFormat format) {
    return new ExportedFile(
        format.write(article),
        format.mediaType(),
        "article." + format.name().toLowerCase(Locale.ROOT),
        ExportZip.fileName(article, format));
  }

  /** The archive has the name of the lead. */
  static ExportedFile of(List<ExportedArticle> articles, ExportFormat format) {
    String title = articles.isEmpty() ? null : articles.get(0).title();
    String name = title == null ? "" : Attachment.cleanName(title);
    return new ExportedFile(
        ExportZip.of(articles, format),
        MediaTypes.ZIP,
        "edition.zip",
        (name.isEmpty() ? "edition" : name) + ".zip");
  }

  /** The response, which is 304 if the client has the file already. */
  Response response(HttpHeaders request) {
    // Never compressed: the archive and Word files are, and the others are small.
    Representation file = new Representation(bytes, MediaTypes.ZIP);
    List<String> known = request.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
    Condition condition = Condition.of(file, List.of(), known);
    Response.ResponseBuilder response =
        condition.known() ? Response.notModified() : Response.ok(bytes, mediaType);
    return response
        .header(HttpHeaders.ETAG, condition.tag())
        .header(HttpHeaders.CACHE_CONTROL, Versioned.CACHE_CONTROL)
        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.header(ascii, name))
        .build();
  }
}
