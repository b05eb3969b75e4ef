package org.yujian.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Puts {@code openapi-examples/{operationId}.json} into an operation's successful answer. */
final class ContractExamples {
  private ContractExamples() {}

  static void attach(Operation operation) {
    String file = "/openapi-examples/" + operation.getOperationId() + ".json";
    try (InputStream in = ContractExamples.class.getResourceAsStream(file)) {
      if (in == null) {
        return;
      }
      Object example = new ObjectMapper().readValue(in, Object.class);
      for (Map.Entry<String, APIResponse> response :
          operation.getResponses().getAPIResponses().entrySet()) {
        boolean good = response.getKey().startsWith("2");
        if (good && response.getValue().getContent() != null) {
          MediaType json = response.getValue().getContent().getMediaType("application/json");
          if (json != null) {
            json.setExample(example);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
