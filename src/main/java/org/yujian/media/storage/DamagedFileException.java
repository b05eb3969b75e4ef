package org.yujian.media.storage;

import java.io.IOException;

/** The bytes of a stored file are not those that were stored. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFileException(String name) {
    super("The stored file " + name + " is damaged.");
  }
}
