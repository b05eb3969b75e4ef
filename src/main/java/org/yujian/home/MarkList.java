package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Marks of the requested articles.
 *
 * @param items marks in the order of the request; articles without marks are left out
 */
@Schema(name = "MarkList")
public record MarkList(@NotNull List<ReaderMark> items) {}
