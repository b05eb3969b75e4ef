package org.yujian.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * {@code training-run}: starts the server, sends the requests of a first client and ends, while
 * Java records the loaded classes for an archive that shortens later starts (CDS; from Java 25 an
 * AOT cache, JEP 483). The build runs it, see {@code pom.xml}.
 */
@ApplicationScoped
class TrainingRun implements Command {

  static final List<String> WORDS = List.of("training-run");

  /** Overrides environment variables, so that the run changes nothing outside its folder. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "quarkus.datasource.jdbc.url", "",
          "quarkus.datasource.username", "",
          "quarkus.datasource.password", "",
          "quarkus.http.host", "127.0.0.1",
          "quarkus.http.port", "0",
          "quarkus.management.port", "0",
          "yujian.sample", "true");

  private static final List<String> LISTS =
      List.of("articles", "editions", "accounts", "tags", "follow-targets");

  private final Config config;
  private final ObjectMapper mapper;

  TrainingRun(Config config, ObjectMapper mapper) {
    this.config = config;
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return WORDS.get(0);
  }

  @Override
  public int run(List<String> words) {
    URI address = URI.create(YujianApplication.address(config));
    for (String list : LISTS) {
      JsonNode items = read(address.resolve("/v1/" + list)).path("items");
      if (list.equals("articles") && !items.isEmpty()) {
        read(address.resolve("/v1/articles/" + items.at("/0/id").asText()));
      }
    }
    return 0;
  }

  private JsonNode read(URI address) {
    try (InputStream answer = address.toURL().openStream()) {
      return mapper.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
