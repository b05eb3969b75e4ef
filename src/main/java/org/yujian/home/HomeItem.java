package org.yujian.home;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.ArticleSummary;

/**
 * An item of the home feed: the fields of an article, or with {@code group=edition} an edition's.
 */
@Schema(name = "HomeItem")
public record HomeItem(@JsonUnwrapped ArticleSummary article, @JsonUnwrapped HomeEdition edition) {}
