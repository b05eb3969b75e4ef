package org.yujian.shared.web;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A desk answer whose ETag is a version: the one that {@code If-Match} has to name. */
public interface Versioned {

  /** Drafts belong to whoever asks and change at any time. */
  String CACHE_CONTROL = "private, no-cache";

  /** Rises with every change that an editor could overwrite. */
  @JsonIgnore
  long tagVersion();

  /** Stands in the ETag behind the version: what a stale one is to tell. Letters, digits, . -. */
  @JsonIgnore
  default String tagDetail() {
    return "";
  }

  /** The ETag's text. */
  default String etag() {
    return IfMatch.tag(this);
  }
}
