package org.yujian.search.opensearch;

import java.util.Optional;
import org.yujian.shared.settings.SearchSettings;

/** Access to a server without a password. */
public record Access(
    Optional<String> url, Optional<String> user, Optional<String> password, String prefix)
    implements SearchSettings.OpenSearch {

  static Access of(String url, String prefix) {
    return new Access(Optional.of(url), Optional.empty(), Optional.empty(), prefix);
  }
}
