package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.Linked;

/**
 * A page of what the desk found, latest made first.
 *
 * @param terms what was looked for, folded
 */
@Schema(name = "DeskSearchPage")
public record DeskSearchPage(
    @NotNull List<String> terms,
    @NotNull List<DeskSearchItem> items,
    String next,
    @NotNull String prev)
    implements Linked {}
