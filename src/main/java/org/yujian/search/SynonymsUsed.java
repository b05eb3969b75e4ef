package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A word of a query that other words stood for, too.
 *
 * @param term word of the query, folded as in {@code terms}
 * @param words its synonyms, folded
 */
@Schema(name = "SearchSynonyms")
public record SynonymsUsed(@NotNull String term, @NotNull List<String> words) {}
