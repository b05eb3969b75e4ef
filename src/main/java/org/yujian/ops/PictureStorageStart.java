package org.yujian.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yujian.media.storage.PictureStorage;
import org.yujian.shared.order.StartupOrder;

/**
 * Prepares the storage of pictures before the first request, so that a storage that cannot be used
 * ends the start. A command does not: it may run beside the program that has locked the folder.
 */
@ApplicationScoped
class PictureStorageStart {
  private final PictureStorage storage;
  private final boolean serving;

  PictureStorageStart(
      PictureStorage storage,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.storage = storage;
    this.serving = serving;
  }

  void onStart(@Observes @Priority(StartupOrder.CHECKS) StartupEvent start) {
    if (serving) {
      storage.prepare();
    }
  }
}
