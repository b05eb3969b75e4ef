package org.yujian.home;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * How far the reader got in an article.
 *
 * @param blockId id of a block of the article's {@code blocks}
 * @param offset position in the text of the block, in Unicode code points
 */
@Schema(name = "MarkPosition")
public record MarkPosition(
    @NotBlank @PlainLine @Schema(maxLength = 64) @Characters(max = 64) String blockId,
    @NotNull @Min(0) Integer offset) {}
