package org.yujian.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A random password in a file that only its owner may read. */
final class Secret {
  private static final int BYTES = 24;

  private Secret() {}

  static String in(Path file) throws IOException {
    if (Files.notExists(file)) {
      write(file, random());
    }
    return Files.readString(file).strip();
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(Path file, String secret) throws IOException {
    Path fresh = DataFolder.unfinished(file);
    Files.deleteIfExists(fresh);
    if (DataFolder.isPosix(file.getParent())) {
      // Permissions before the first byte.
      var onlyOwner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(fresh, PosixFilePermissions.asFileAttribute(onlyOwner));
    } else {
      Files.createFile(fresh);
    }
    byte[] bytes = (secret + "\n").getBytes(StandardCharsets.US_ASCII);
    Files.write(fresh, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    DataFolder.finish(file);
  }
}
