package org.yujian.ingest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form of an import.
 *
 * @param file a document, 20 MB at most: {@code .docx}, {@code .doc}, {@code .odt}, {@code .html},
 *     {@code .md}, {@code .txt}, {@code .pdf} (text only), or a {@code .zip} of them with the
 *     pictures that they show
 * @param account id or {@code @} and handle of the account; when absent, the document's first
 *     follow line decides
 * @param tag tags for its articles: slugs or names
 * @param publish whether its articles go live at once
 * @param force whether they go live in spite of uncertain joins
 * @param updates ids of published articles whose new text is in the document
 */
@Schema(name = "ImportForm", requiredProperties = "file")
record ImportForm(
    @Schema(type = SchemaType.STRING, format = "binary") String file,
    String account,
    List<String> tag,
    Boolean publish,
    Boolean force,
    List<UUID> updates) {}
