package org.yujian.media.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files by name, such as {@code Qm3x…/640.webp}; {@link StoredName#requireValid} has the form of
 * names. Any method may be called by several threads at once and fails with {@link StorageFailed}.
 */
public interface PictureStorage extends AutoCloseable {

  /**
   * Prepares the storage before the first request; without it, the first use does.
   *
   * @throws StorageFailed when it cannot be used; the message has two lines for the operator
   */
  void prepare();

  /**
   * Stores a file whole or not at all, and returns when it is on the disk. A file of that name is
   * replaced; who reads it at that time gets the old or the new one.
   */
  void put(String name, byte[] bytes);

  /** The whole file; empty if there is none. The caller closes it. */
  default Optional<StoredFile> open(String name) {
    return open(name, 0, Long.MAX_VALUE);
  }

  /**
   * A part of a file; empty if there is no such file. The caller closes it. Damage shows here
   * ({@link StorageFailed.Reason#DAMAGED}), or while a whole file is read.
   *
   * @param from first byte; a part that begins behind the end is empty
   * @param length most bytes of the part
   */
  Optional<StoredFile> open(String name, long from, long length);

  /** Whether there is such a file; reads none of its bytes. */
  default boolean has(String name) {
    try (StoredFile file = open(name, 0, 0).orElse(null)) {
      return file != null;
    } catch (IOException e) {
      throw new StorageFailed(StorageFailed.Reason.UNAVAILABLE, "Cannot read " + name + ".", e);
    }
  }

  /** All bytes of a file; empty if there is none. */
  default Optional<byte[]> bytes(String name) {
    try (StoredFile file = open(name).orElse(null)) {
      return file == null ? Optional.empty() : Optional.of(file.bytes().readAllBytes());
    } catch (IOException e) {
      throw new StorageFailed(StorageFailed.Reason.UNAVAILABLE, "Cannot read " + name + ".", e);
    }
  }

  /** Deletes a file. Without one nothing happens. */
  void delete(String name);

  /**
   * All files, in no order, read in pages while the stream is consumed. What is stored or deleted
   * meanwhile may be among them or not.
   */
  Stream<StoredName> list();

  @Override
  void close();

  /** Whether the file exists and its checksum is right; reads all of it. */
  default boolean isWhole(String name) {
    try (StoredFile file = open(name).orElse(null)) {
      if (file == null) {
        return false;
      }
      file.bytes().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (StorageFailed e) {
      if (e.reason() == StorageFailed.Reason.DAMAGED) {
        return false;
      }
      throw e;
    } catch (DamagedFileException e) {
      return false;
    } catch (IOException e) {
      throw new StorageFailed(StorageFailed.Reason.UNAVAILABLE, "Cannot read " + name + ".", e);
    }
  }
}
