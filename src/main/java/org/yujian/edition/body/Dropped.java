package org.yujian.edition.body;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something of a given body that blocks cannot say or nobody may say.
 *
 * @param what an element by its name ({@code script} with its content, {@code font} without it), an
 *     attribute ({@code @style}), an address ({@code a[href]}), an element within another ({@code
 *     blockquote table}, whose words stay), {@code comment}, or {@code other} for the rest
 */
@Schema(name = "Dropped")
public record Dropped(@NotNull String what, @NotNull Integer count) {}
