package org.yujian.backup;

import java.util.Optional;
import java.util.stream.Stream;
import org.yujian.media.storage.PictureStorage;
import org.yujian.media.storage.StoredFile;
import org.yujian.media.storage.StoredName;

/** Takes no file. */
final class FullStorage implements PictureStorage {

  @Override
  public void prepare() {
    // Nothing has to be made.
  }

  @Override
  public void put(String name, byte[] bytes) {
    throw new IllegalStateException("full");
  }

  @Override
  public Optional<StoredFile> open(String name, long from, long length) {
    return Optional.empty();
  }

  @Override
  public void delete(String name) {
    // There is none.
  }

  @Override
  public Stream<StoredName> list() {
    return Stream.empty();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
