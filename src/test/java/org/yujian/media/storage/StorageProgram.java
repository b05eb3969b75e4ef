package org.yujian.media.storage;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Programs that tests run as processes on a folder: {@code write} stores and deletes until it is
 * killed and prints the number of each finished step, {@code fill} stores until it fails.
 */
final class StorageProgram {
  private static final int NAMES = 40;
  private static final int LARGEST = 150_000;

  private StorageProgram() {}

  /** A step of {@code write}, which depends on the seed and its number only. */
  record Step(int number, String name, int length, boolean deletes) {

    static Step of(long seed, int number) {
      Random random = new Random(seed * 1_000_003 + number);
      String name = "key" + random.nextInt(NAMES) + "/" + random.nextInt(4) + ".jpg";
      return new Step(
          number, name, Integer.BYTES + random.nextInt(LARGEST), random.nextInt(5) == 0);
    }

    byte[] bytes() {
      byte[] bytes = new byte[length];
      new Random(number).nextBytes(bytes);
      return ByteBuffer.wrap(bytes).putInt(number).array();
    }

    void apply(PictureStorage storage) {
      if (deletes) {
        storage.delete(name);
      } else {
        storage.put(name, bytes());
      }
    }
  }

  static Process start(List<String> before, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        String.join(
            File.pathSeparator,
            Path.of("target", "classes").toAbsolutePath().toString(),
            Path.of("target", "test-classes").toAbsolutePath().toString()));
    command.add(StorageProgram.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  public static void main(String... words) {
    try (FolderStorage storage =
        new FolderStorage(Path.of(words[1]), Boolean.parseBoolean(words[2]))) {
      storage.prepare();
      if (words[0].equals("write")) {
        write(storage, Long.parseLong(words[3]), Integer.parseInt(words[4]));
      } else {
        fill(storage);
      }
    } catch (StorageFailed e) {
      System.out.println(e.getMessage().lines().findFirst().orElse(""));
    }
  }

  private static void write(PictureStorage storage, long seed, int from) {
    for (int number = from; ; number++) {
      Step.of(seed, number).apply(storage);
      System.out.println(number);
    }
  }

  private static void fill(PictureStorage storage) {
    int stored = 0;
    try {
      while (true) {
        storage.put("key" + stored + "/1.jpg", new byte[100_000]);
        stored++;
      }
    } catch (StorageFailed e) {
      System.out.println(e.reason());
    }
    long whole = storage.list().filter(file -> storage.isWhole(file.name())).count();
    System.out.println("whole " + (whole == stored && storage.list().count() == stored));
    storage.delete("key0/1.jpg");
    storage.put("again/1.jpg", new byte[50_000]);
    System.out.println("again " + storage.isWhole("again/1.jpg"));
  }
}
