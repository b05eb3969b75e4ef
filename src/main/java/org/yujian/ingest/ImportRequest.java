package org.yujian.ingest;

import java.util.List;
import java.util.UUID;
import org.yujian.ingest.healing.DocumentFormat;

/**
 * A document to import, with the options of the import.
 *
 * @param type the media type that the client sent for the file; may be null
 * @param account id, {@code @handle} or handle; null: the first follow target's name decides
 * @param tags slugs or names for its articles
 * @param publish whether its articles go live at once
 * @param force whether articles with uncertain joins go live, too
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
    return DocumentFormat.of(fileName, bytes);
  }
}
