package org.yujian.auth;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.yujian.shared.files.OwnerFile;
import org.yujian.shared.order.StartupOrder;
import org.yujian.shared.settings.Settings;

/**
 * Ensures an admin key at startup: {@code yujian.admin-key} or, without one, a random key, created
 * once and written to the file {@code admin-key} in the data folder. The console names only the
 * file.
 */
@ApplicationScoped
class FirstKey {

  private static final Logger LOG = Logger.getLogger(FirstKey.class);

  private final ApiKeyService keys;
  private final Settings settings;

  FirstKey(ApiKeyService keys, Settings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  void onStart(@Observes @Priority(StartupOrder.ADMIN_KEY) StartupEvent start) {
    if (settings.adminKey().isPresent()) {
      keys.ensureAdmin(settings.adminKey().get(), "yujian.admin-key");
      return;
    }
    Path file = settings.dataDir().toAbsolutePath().normalize().resolve("admin-key");
    if (keys.createFirst(secret -> write(secret, file))) {
      LOG.debugf("The admin key is in %s", file);
    }
  }

  private static void write(KeySecret secret, Path file) {
    try {
      OwnerFile.write(file, secret.value());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the admin key to " + file, e);
    }
  }
}
