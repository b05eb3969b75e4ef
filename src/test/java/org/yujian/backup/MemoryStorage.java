package org.yujian.backup;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yujian.media.storage.PictureStorage;
import org.yujian.media.storage.StoredFile;
import org.yujian.media.storage.StoredName;

/** Files of pictures in memory. */
final class MemoryStorage implements PictureStorage {
  final Map<String, byte[]> files = new TreeMap<>();

  @Override
  public void prepare() {
    // Nothing has to be made.
  }

  @Override
  public void put(String name, byte[] bytes) {
    files.put(name, bytes);
  }

  @Override
  public Optional<StoredFile> open(String name, long from, long length) {
    return Optional.ofNullable(files.get(name))
        .map(bytes -> new StoredFile(bytes.length, new ByteArrayInputStream(bytes)));
  }

  @Override
  public void delete(String name) {
    files.remove(name);
  }

  @Override
  public Stream<StoredName> list() {
    return files.entrySet().stream()
        .map(file -> new StoredName(file.getKey(), file.getValue().length, Instant.EPOCH));
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
