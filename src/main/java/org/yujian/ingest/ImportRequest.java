package org.yujian.ingest;

import java.util.List;
import java.util.UUID;

/**
 * A document to import and what to do with it.
 *
 * @param type the media type that the client gives the file; may be null
 * @param account id or {@code @handle} or handle; null: the first follow target's name chooses
 * @param tags slugs or names for its articles
 * @param publish whether its articles go live at once
 * @param force whether uncertain joins do not keep an article from that
 * @param updates published articles that it is a new text of, whatever their titles
 */
public record ImportRequest(
    String fileName,
    String type,
    byte[] bytes,
    String account,
    List<String> tags,
    boolean publish,
    boolean force,
    List<UUID> updates) {

  DocumentFormat format() {
    return DocumentFormat.of(fileName);
  }
}
