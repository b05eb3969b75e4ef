package org.yujian.search.opensearch;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.search.index.SearchIndex;
import org.yujian.search.index.SearchIndexContract;

/** OpenSearch does what every engine does. */
class OpenSearchIndexTest extends SearchIndexContract {
  private static final String PREFIX = "contract";

  private OpenSearchProcess server;

  @Override
  protected SearchIndex openIndex() {
    return new OpenSearchIndex(server.access(PREFIX), Duration.ZERO);
  }

  @BeforeEach
  @Override
  protected void openGeneration() {
    if (server == null) {
      server = OpenSearchProcess.running();
    }
    super.openGeneration();
  }

  @AfterEach
  @Override
  protected void closeIndex() {
    if (index != null) {
      super.closeIndex();
      server.clear(PREFIX);
    }
  }
}
