package org.yujian.search.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.yujian.search.index.SearchIndex;
import org.yujian.search.index.SearchIndexContract;

/** Lucene does what every engine does. */
class LuceneIndexTest extends SearchIndexContract {
  @TempDir private Path folder;

  @Override
  protected SearchIndex openIndex() {
    return new LuceneIndex(folder, 1);
  }
}
