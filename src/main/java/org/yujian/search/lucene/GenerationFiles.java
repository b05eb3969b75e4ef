package org.yujian.search.lucene;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.ThreadInterruptedException;
import org.jboss.logging.Logger;

/** The files of a generation: opens writers on them, and clears them when they are damaged. */
final class GenerationFiles implements Closeable {
  private static final Logger LOG = Logger.getLogger(GenerationFiles.class);
  private static final String POSITION = "position";
  private static final int WAITING_MERGES = 6;
  private static final int MERGE_THREADS = 1;
  private static final List<Class<? extends Exception>> DAMAGE =
      List.of(
          CorruptIndexException.class,
          IndexFormatTooOldException.class,
          IndexFormatTooNewException.class,
          EOFException.class,
          NoSuchFileException.class);
  private static final List<Class<? extends Exception>> FAILURES =
      List.of(IOException.class, AlreadyClosedException.class, ThreadInterruptedException.class);

  private final String name;
  private final Directory directory;
  private final double ramMegabytes;

  GenerationFiles(String name, Directory directory, double ramMegabytes) {
    this.name = name;
    this.directory = directory;
    this.ramMegabytes = ramMegabytes;
  }

  /** A writer that goes on from the last commit; from nothing when the files are damaged. */
  IndexWriter writer() throws IOException {
    try {
      return readableWriter();
    } catch (IOException | RuntimeException e) {
      if (!isDamageOfOpening(e)) {
        throw e;
      }
      clear(e);
      return readableWriter();
    }
  }

  /** Deletes all files; the index is empty then. */
  void clear(Exception cause) throws IOException {
    LOG.warnf("The search index %s is damaged and starts empty: %s", name, cause);
    for (String file : directory.listAll()) {
      if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
        directory.deleteFile(file);
      }
    }
  }

  /** Whether an exception says that files are missing or not what was written. */
  static boolean isDamage(Throwable failure) {
    return isCausedBy(failure, DAMAGE);
  }

  /** Whether files could not be read or written. Lucene wraps some errors of reading. */
  static boolean isFailure(Throwable failure) {
    return isCausedBy(failure, FAILURES);
  }

  static void commit(IndexWriter writer, String position) throws IOException {
    writer.setLiveCommitData(Map.of(POSITION, position).entrySet());
    writer.commit();
  }

  /** Returns when no merge runs. */
  static void awaitMerges(IndexWriter writer) {
    if (writer.getConfig().getMergeScheduler() instanceof BackgroundMerges merges) {
      merges.sync();
    }
  }

  /** The position of the last commit. */
  static Optional<String> position(IndexWriter writer) {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals(POSITION)) {
          return Optional.of(entry.getValue());
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    directory.close();
  }

  /** Reading what was written is a part of opening, so that missing files are seen here. */
  private IndexWriter readableWriter() throws IOException {
    IndexWriter writer = new IndexWriter(directory, config());
    try {
      DirectoryReader.open(writer).close();
      return writer;
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  /** Damaged numbers in a file can end in any unchecked exception. */
  private static boolean isDamageOfOpening(Exception e) {
    return isDamage(e) || !isFailure(e);
  }

  private static boolean isCausedBy(Throwable failure, List<Class<? extends Exception>> types) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      Throwable cause = e;
      if (types.stream().anyMatch(type -> type.isInstance(cause))) {
        return true;
      }
    }
    return false;
  }

  private IndexWriterConfig config() {
    TieredMergePolicy merges = new TieredMergePolicy();
    // To expunge is to leave nothing: segments with few removed documents are merged, too.
    merges.setForceMergeDeletesPctAllowed(0);
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setIndexSort(new Sort(new SortField(Fields.ORDER, SortField.Type.LONG, true)));
    config.setRAMBufferSizeMB(ramMegabytes);
    config.setMergePolicy(merges);
    config.setMergeScheduler(new BackgroundMerges());
    // A refresh does not wait for merges.
    config.setMaxFullFlushMergeWaitMillis(0);
    config.setCommitOnClose(false);
    return config;
  }

  /** One thread, for small machines. Lucene closes the writer of a merge that failed. */
  private static final class BackgroundMerges extends ConcurrentMergeScheduler {
    BackgroundMerges() {
      setMaxMergesAndThreads(WAITING_MERGES, MERGE_THREADS);
    }

    @Override
    protected void handleMergeException(Throwable failure) {
      LOG.warnf("A merge of the search index failed: %s", failure);
    }
  }
}
