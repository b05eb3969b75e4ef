package org.yujian.shared.web;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A desk response whose ETag is the version that {@code If-Match} must name. */
public interface Versioned {

  /** Drafts are private and change at any time. */
  String CACHE_CONTROL = "private, no-cache";

  /** Rises with every change that an editor could overwrite. */
  @JsonIgnore
  long tagVersion();

  /** Detail for a stale edit, appended to the version in the ETag: letters, digits, dot, hyphen. */
  @JsonIgnore
  default String tagDetail() {
    return "";
  }

  default String etag() {
    return IfMatch.tag(this);
  }
}
