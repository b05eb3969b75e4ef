package org.yujian.search.lucene;

import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/** Does not wait for the disk: a process that is not killed finds its files without that. */
class NoSyncDirectory extends FilterDirectory {
  NoSyncDirectory(Directory in) {
    super(in);
  }

  @Override
  public void sync(Collection<String> names) {}

  @Override
  public void syncMetaData() {}
}
