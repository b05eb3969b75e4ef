package org.yujian.shared.docs;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yujian.shared.web.Representation;

/** Provides the files under {@code /docs}, read from the class path at first request. */
@Singleton
class DocsFiles {

  private static final String FOLDER = "/docs/";

  /** Media types of the files that are served; other files of the folder are not. */
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html;charset=UTF-8",
          "docs.css", "text/css;charset=UTF-8",
          "docs.js", "text/javascript;charset=UTF-8",
          "swagger-ui.css", "text/css;charset=UTF-8",
          "swagger-ui-bundle.js", "text/javascript;charset=UTF-8");

  private final Map<String, DocsFile> files = new ConcurrentHashMap<>();

  record DocsFile(Representation body, String type) {}

  /** Empty when there is no such file. */
  Optional<DocsFile> find(String name) {
    return TYPES.containsKey(name)
        ? Optional.of(files.computeIfAbsent(name, DocsFiles::read))
        : Optional.empty();
  }

  private static DocsFile read(String name) {
    String type = TYPES.get(name);
    try (InputStream in = DocsFiles.class.getResourceAsStream(FOLDER + name)) {
      return new DocsFile(new Representation(in.readAllBytes(), type), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
