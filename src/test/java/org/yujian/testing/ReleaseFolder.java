package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * Makes {@code src/test/releases/VERSION} from the packaged program; no test, run by hand once a
 * release (see the README there).
 */
class ReleaseFolder {
  private static final String KEY = "yj_" + "release".repeat(6);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Test
  void isMade() throws IOException, SQLException {
    String version = System.getProperty("release.version");
    Path folder = Files.createDirectories(Releases.HOME.resolve(version));
    try (Program program =
        Program.start(Folders.empty("release").resolve("data"), "yujian.admin-key=" + KEY)) {
      JsonNode facts = new ReleaseStory(program, KEY).tell();
      try (Connection database = program.administration("yujian")) {
        ((ObjectNode) facts).put("schema", ReleaseDump.schema(database));
        ReleaseDump.write(database, folder.resolve("rows.sql.gz"));
        Files.write(folder.resolve(Releases.MIGRATIONS), ReleaseDump.migrations(database));
      }
      JSON.writeValue(folder.resolve("facts.json").toFile(), facts);
    }
    String contract = System.getProperty("release.contract", "openapi/openapi.yaml");
    Files.copy(
        Path.of(contract), folder.resolve("openapi.yaml"), StandardCopyOption.REPLACE_EXISTING);
  }
}
