package org.yujian.media;

import java.util.Optional;
import java.util.UUID;

/** Knows the links that show a draft to people without an API key. */
public interface PreviewAccess {

  /** Name of the cookie by which a page opened with such a link shows the draft's pictures. */
  String COOKIE = "preview";

  /** The article whose draft the link shows; empty when it shows none. */
  Optional<UUID> article(String token);
}
