package org.yujian.ops;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.yujian.shared.settings.Settings;

/**
 * Health group {@code disk}: down when the data folder or the folder of the pictures has less than
 * 500 MB left.
 */
@HealthGroup("disk")
@ApplicationScoped
class DiskHealth implements HealthCheck {
  private static final long LITTLE = 500L << 20;

  private final Settings settings;

  DiskHealth(Settings settings) {
    this.settings = settings;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("disk");
    boolean enough = has(check, "data", settings.dataDir());
    if (settings.media().folder().isPresent()) {
      enough &= has(check, "media", settings.media().folder().get());
    }
    return check.status(enough).build();
  }

  private static boolean has(HealthCheckResponseBuilder check, String name, Path folder) {
    try {
      FileStore store = Files.getFileStore(existing(folder.toAbsolutePath()));
      long free = store.getUsableSpace();
      check.withData(name + "FreeBytes", free);
      return free >= LITTLE;
    } catch (IOException e) {
      check.withData(name, "cannot be read");
      return false;
    }
  }

  /** The folder, or the nearest one above that exists already. */
  private static Path existing(Path folder) {
    Path existing = folder;
    while (Files.notExists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing;
  }
}
