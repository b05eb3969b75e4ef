package org.yujian.ops;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/** What happens once the application is up: say where it is and serve, or run one command. */
final class YujianApplication implements QuarkusApplication {
  @Inject Config config;
  @Inject @All List<Command> commands;

  @Override
  public int run(String... args) {
    if (args.length > 0) {
      return command(List.of(args));
    }
    System.out.println(welcome());
    Quarkus.waitForExit();
    return 0;
  }

  private String welcome() {
    String address = address(config);
    Path data = OwnDatabase.dataDir(config);
    return String.format(
        Locale.ROOT,
        """

        Yujian is ready.
          Address      %1$s
          API docs     %1$s/docs
          Data folder  %2$s
          Admin key    %3$s
          Try it       curl %1$s/v1/articles
        """,
        address,
        data,
        adminKey(data));
  }

  /** Of this node, as a client on the same machine reaches it. */
  static String address(Config config) {
    return "http://localhost:" + config.getValue("quarkus.http.port", String.class);
  }

  /** Where it lies, never what it is. */
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
