package org.yujian.body;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a body that was dropped, because blocks cannot express it or it is not allowed.
 *
 * @param what an element by its name ({@code script} with its content, {@code font} without it), an
 *     attribute ({@code @style}), an address ({@code a[href]}), an element inside another ({@code
 *     blockquote table}, whose words stay), {@code comment}, or {@code other} for the rest
 * @param count how many of them were dropped
 */
@Schema(name = "Dropped")
public record Dropped(@NotNull String what, @NotNull Integer count) {}
