package org.yujian.ops;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.yujian.database.StartupFailure;

/**
 * Main class. Serves until it is stopped, or runs one {@link Command} or {@link FileCommand} when
 * there are arguments. A failed start prints one or two lines and exits with a code other than 0.
 */
@QuarkusMain
public final class YujianMain {
  private static final int DEFECT = 1;

  private YujianMain() {}

  public static void main(String... args) throws InterruptedException {
    Utf8Console.use();
    List<String> words = List.of(args);
    Integer answered = Usage.exitCode(words);
    if (answered != null) {
      System.exit(answered);
    }
    requireReadableFolders();
    if (FileCommand.is(words)) {
      System.exit(new FileCommand(config()).run(words));
    }
    configure(words);
    OwnDatabase database = new OwnDatabase();
    try {
      new StartupChecks(config()).run(words.isEmpty());
      if (serves(words)) {
        database.startUnlessConfigured();
      } else {
        database.joinOrStartUnlessConfigured();
      }
    } catch (StartupFailure e) {
      StartLines.error(e.getMessage());
      System.exit(StartupFailure.EXIT_CODE);
    }
    try {
      Quarkus.run(YujianApplication.class, (code, cause) -> end(database, code, cause), args);
    } finally {
      database.applicationEnded();
    }
  }

  /** Otherwise Java would use a folder with another name, or fail with a stack trace. */
  private static void requireReadableFolders() {
    FolderNames.unreadable(ConfigProvider.getConfig())
        .ifPresent(
            message -> {
              StartLines.error(message);
              System.exit(StartupFailure.EXIT_CODE);
            });
  }

  private static void configure(List<String> words) {
    if (TrainingRun.WORDS.equals(words)) {
      TrainingRun.SETTINGS.forEach(System::setProperty);
    } else if (!serves(words)) {
      // A command uses the database only and must not take the port of a node on the same machine,
      // nor its scheduled work.
      System.setProperty("quarkus.http.host-enabled", "false");
      System.setProperty("quarkus.management.host-enabled", "false");
      System.setProperty("quarkus.scheduler.enabled", "false");
    }
  }

  private static boolean serves(List<String> words) {
    return words.isEmpty() || TrainingRun.WORDS.equals(words);
  }

  private static SmallRyeConfig config() {
    return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
  }

  /** Exit handler that keeps Quarkus from printing a stack trace about a failed start. */
  private static void end(OwnDatabase database, int code, Throwable cause) {
    database.applicationEnded();
    System.exit(cause == null ? code : failed(cause));
  }

  private static int failed(Throwable cause) {
    Optional<String> text = FailureText.of(cause, config());
    if (text.isEmpty()) {
      Logger.getLogger(YujianMain.class).error("Yujian cannot start because of a defect", cause);
      return DEFECT;
    }
    Logger.getLogger(YujianMain.class).debug("The start failed", cause);
    if (!InitialConfigurator.DELAYED_HANDLER.isActivated()) {
      // Discards messages from before logging was configured, which Quarkus would print at exit.
      InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {new ConsoleFilter.Nowhere()});
    }
    StartLines.error(text.get());
    return StartupFailure.EXIT_CODE;
  }
}
