package org.yujian.edition.body;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A picture inside a body: where its bytes are, and the words for those who do not see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Picture(String url, String alt) {}
