package org.yujian.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Deletes uploaded files that a crash left behind; a finished request deletes its files. Keeps
 * recent files, because a command may run beside a program that is receiving them.
 */
@ApplicationScoped
class OrphanedUploadCleanup {
  private static final Logger LOG = Logger.getLogger(OrphanedUploadCleanup.class);
  private static final Duration YOUNG = Duration.ofHours(1);

  private final Path folder;
  private final Clock clock;

  OrphanedUploadCleanup(
      @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent start) {
    if (Files.notExists(folder)) {
      return;
    }
    Instant before = clock.instant().minus(YOUNG);
    try {
      for (Path file : files()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.warnf("Old uploads stay in %s: %s", folder, e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
