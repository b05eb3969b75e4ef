package org.yujian.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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
 * Deletes uploaded files that a crash left behind; a request that ends deletes its own. Young ones
 * stay, because a command starts beside a program that may be receiving them.
 */
@ApplicationScoped
class LeftUploads {
  private static final Logger LOG = Logger.getLogger(LeftUploads.class);
  private static final Duration YOUNG = Duration.ofHours(1);

  @ConfigProperty(name = "quarkus.http.body.uploads-directory")
  Path folder;

  @Inject Clock clock;

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
