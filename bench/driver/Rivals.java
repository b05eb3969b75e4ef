package bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts the rivals that are programs of our own, and looks whether they say the same. */
final class Rivals {
  private Rivals() {}

  /** Rival (b), on the program's database. */
  static Server jdbc(Options options, Database database) throws IOException {
    return jdbc("JDBC and Jackson", options, database, List.of(Program.java()));
  }

  /** The same as the empty Quarkus + Hibernate program of the starts. */
  static Server empty(Options options, Database database, List<String> java) throws IOException {
    return jdbc("empty Quarkus", options, database, java);
  }

  private static Server jdbc(String name, Options options, Database database, List<String> java)
      throws IOException {
    int port = Server.freePort();
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "-Dquarkus.http.port=" + port,
            "-jar",
            "target/bench/jdbc/quarkus-app/quarkus-run.jar"));
    return Server.launch(
        name,
        port,
        options.work(),
        Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            database.url("yujian"),
            "QUARKUS_DATASOURCE_USERNAME",
            "yujian",
            "QUARKUS_DATASOURCE_PASSWORD",
            database.password()),
        command);
  }

  /** A rival that says less than the program would not be one: same articles, tags, bodies. */
  static void requireSame(Server program, Server rival, Requests requests)
      throws IOException, InterruptedException {
    for (long number = 1_000_000_000; number < 1_000_000_020L; number++) {
      for (String path : List.of(requests.coldList(number), requests.coldDetail(number))) {
        JsonNode one = Api.JSON.readTree(Bench.fetch(program.port, path, "identity").body());
        JsonNode other = Api.JSON.readTree(Bench.fetch(rival.port, path, "identity").body());
        for (String part : List.of("items", "included", "html", "previous", "corrections")) {
          if (size(one.path(part)) != size(other.path(part))
              || !one.path("id").equals(other.path("id"))
              || !ids(one).equals(ids(other))) {
            throw new IOException(
                String.format(
                    Locale.ROOT,
                    "%s differs in %s of %s:%n%s%n%s",
                    rival.name,
                    part,
                    path,
                    one,
                    other));
          }
        }
      }
    }
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").findValuesAsText("id");
  }

  private static int size(JsonNode part) {
    return part.isTextual()
        ? part.textValue().length()
        : part.findValues("id").size() + part.size();
  }
}
