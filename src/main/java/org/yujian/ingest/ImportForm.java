package org.yujian.ingest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of an import, for the contract. */
@Schema(name = "ImportForm", requiredProperties = "file")
record ImportForm(
    @Schema(
            type = SchemaType.STRING,
            format = "binary",
            description = "A .txt or .md document, at most 20 MB")
        String file,
    @Schema(description = "id or handle; else the document's first follow line chooses")
        String account,
    @Schema(description = "Tags (slugs or names) for its articles") List<String> tag,
    @Schema(description = "Put its articles live at once") Boolean publish,
    @Schema(description = "Put them live in spite of uncertain joins") Boolean force,
    @Schema(description = "Published articles that it is a new text of") List<UUID> updates) {}
