package org.yujian.shared.web;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A desk response whose ETag is a version: the one that {@code If-Match} has to name. */
public interface Versioned {

  /** Drafts belong to the caller and change at any time. */
  String CACHE_CONTROL = "private, no-cache";

  /** Rises with every change that an editor could overwrite. */
  @JsonIgnore
  long tagVersion();

  /** Follows the version in the ETag: details for a stale edit. Letters, digits, . -. */
  @JsonIgnore
  default String tagDetail() {
    return "";
  }

  default String etag() {
    return IfMatch.tag(this);
  }
}
