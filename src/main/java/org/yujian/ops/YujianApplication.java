package org.yujian.ops;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Runs when the application is up: prints its addresses and serves, or runs one command. */
final class YujianApplication implements QuarkusApplication {
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

  private final Config config;
  private final List<Command> commands;

  YujianApplication(Config config, @All List<Command> commands) {
    this.config = config;
    this.commands = commands;
  }

  @Override
  public int run(String... args) {
    if (args.length > 0) {
      return command(List.of(args));
    }
    StartLines.info(welcome());
    Quarkus.waitForExit();
    return 0;
  }

  private String welcome() {
    String address = address(config);
    Path data = OwnDatabase.dataDir(config);
    return String.format(
        Locale.ROOT,
        """
        Yujian is ready at %1$s/ (version %2$s)
          Feed         %1$s/v1/articles
          API docs     %1$s/docs
          Health       %3$s/q/health
          Admin key    %4$s
          Data folder  %5$s""",
        address,
        config.getValue("quarkus.application.version", String.class),
        address(config, "quarkus.management."),
        adminKey(data),
        data);
  }

  static String address(Config config) {
    return address(config, "quarkus.http.");
  }

  private static String address(Config config, String prefix) {
    String host = config.getOptionalValue(prefix + "host", String.class).orElse("0.0.0.0");
    String reached = EVERYWHERE.contains(host) ? "localhost" : host;
    String port = config.getValue(prefix + "port", String.class);
    return "http://" + (reached.contains(":") ? "[" + reached + "]" : reached) + ":" + port;
  }

  /** Where to find the admin key, never the key itself. */
  private String adminKey(Path data) {
    if (config.getOptionalValue("yujian.admin-key", String.class).isPresent()) {
      return "as given by yujian.admin-key";
    }
    Path file = data.resolve("admin-key");
    return Files.exists(file)
        ? file.toString()
        : "made by the first start on this database, in that one's data folder";
  }

  private int command(List<String> words) {
    for (Command command : commands) {
      if (command.name().equals(words.get(0))) {
        return command.run(words.subList(1, words.size()));
      }
    }
    throw new IllegalStateException("in Usage, but no command: " + words);
  }
}
