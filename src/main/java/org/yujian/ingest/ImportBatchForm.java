package org.yujian.ingest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form of an import of several documents.
 *
 * @param file documents as in {@code ImportForm}, 50 files and 20 MB at most; imported in this
 *     order
 * @param account id or {@code @} and handle of the account; when absent, the first follow line of
 *     each document decides
 * @param tag tags for the articles: slugs or names
 * @param publish whether the articles go live at once
 * @param force whether they go live in spite of uncertain joins
 */
@Schema(name = "ImportBatchForm", requiredProperties = "file")
record ImportBatchForm(
    @Schema(format = "binary") List<String> file,
    String account,
    List<String> tag,
    Boolean publish,
    Boolean force) {}
