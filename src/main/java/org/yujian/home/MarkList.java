package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Marks of the articles that were asked for, in their order; those without are left out. */
@Schema(name = "MarkList")
public record MarkList(@NotNull List<ReaderMark> items) {}
