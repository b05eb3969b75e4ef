package org.yujian.ops;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.yujian.database.StartupFailure;
import org.yujian.shared.web.PublicUrl;

/**
 * Where the program begins. Without arguments it serves until it is told to stop; with arguments it
 * runs one {@link Command} and ends.
 */
@QuarkusMain
public final class YujianMain {
  private YujianMain() {}

  public static void main(String... args) throws InterruptedException {
    Utf8Console.use();
    Integer answered = Usage.answer(List.of(args));
    if (answered != null) {
      System.exit(answered);
    }
    requireReadableFolders();
    requirePublicUrl();
    if (TrainingRun.WORDS.equals(List.of(args))) {
      TrainingRun.SETTINGS.forEach(System::setProperty);
    } else if (args.length > 0) {
      // A command works on the database only and must not disturb a node on the same machine.
      System.setProperty("quarkus.http.host-enabled", "false");
      System.setProperty("quarkus.management.host-enabled", "false");
    }
    OwnDatabase database = new OwnDatabase();
    try {
      if (args.length == 0) {
        database.startUnlessConfigured();
      } else {
        database.joinOrStartUnlessConfigured();
      }
    } catch (StartupFailure e) {
      System.err.println(e.getMessage());
      System.exit(StartupFailure.EXIT_CODE);
    }
    try {
      Quarkus.run(YujianApplication.class, args);
    } finally {
      database.applicationEnded();
    }
  }

  /** Java would write a folder of another name, or fail with a stack trace. */
  private static void requireReadableFolders() {
    FolderNames.unreadable(ConfigProvider.getConfig())
        .ifPresent(
            message -> {
              System.err.println(message);
              System.exit(StartupFailure.EXIT_CODE);
            });
  }

  /** Before a database is made for nothing. */
  private static void requirePublicUrl() {
    try {
      ConfigProvider.getConfig()
          .getOptionalValue("yujian.public-url", String.class)
          .filter(url -> !url.isBlank())
          .ifPresent(PublicUrl::address);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(Usage.WRONG_USE);
    }
  }
}
