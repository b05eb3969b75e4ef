package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.Linked;

/**
 * A page of the desk search's results, newest article first.
 *
 * @param terms terms that were searched, folded: simplified, lower case, one width
 * @param items articles that were found
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "DeskSearchPage")
public record DeskSearchPage(
    @NotNull List<String> terms,
    @NotNull List<DeskSearchItem> items,
    String next,
    @NotNull String prev)
    implements Linked {}
