package org.yujian.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.yujian.shared.text.Sha256;

/**
 * Hashes a request: method, path, query and every parsed argument, so {@code If-Match} counts,
 * while form boundaries and whitespace in JSON do not.
 */
@ApplicationScoped
class RequestFingerprint {

  private final ObjectMapper mapper;

  RequestFingerprint(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String of(HttpServerRequest request, Object[] arguments) {
    ArrayNode all = mapper.createArrayNode();
    all.add(request.method().name()).add(request.path()).add(request.query());
    for (Object argument : arguments) {
      if (argument instanceof FileUpload file) {
        add(all, file);
      } else if (argument instanceof List<?> files
          && files.stream().anyMatch(FileUpload.class::isInstance)) {
        files.forEach(file -> add(all, (FileUpload) file));
      } else {
        all.add(mapper.<JsonNode>valueToTree(argument));
      }
    }
    try {
      return Sha256.hex(mapper.writeValueAsString(all));
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  private static void add(ArrayNode all, FileUpload file) {
    all.addObject().put("name", file.fileName()).put("sha256", sha256(file));
  }

  private static String sha256(FileUpload file) {
    try {
      return Sha256.hex(Files.readAllBytes(file.uploadedFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
