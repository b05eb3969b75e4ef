package org.yujian.shared.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.yujian.shared.web.MediaTypes;

/**
 * Adds {@code openapi-examples/{operationId}.json} as the example of an operation's successful
 * response, {@code {operationId}.accepted.json} as that of a 202, and {@code
 * {operationId}.request.json} as that of its request. A test writes and checks these files.
 */
final class ContractExamples {
  private static final String FOLDER = "/openapi-examples/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ContractExamples() {}

  static void attach(Operation operation) {
    for (Map.Entry<String, APIResponse> response :
        operation.getResponses().getAPIResponses().entrySet()) {
      if (response.getKey().startsWith("2")) {
        String accepted = response.getKey().equals("202") ? ".accepted" : "";
        Object answer = read(FOLDER + operation.getOperationId() + accepted + ".json");
        attach(answer, response.getValue().getContent(), MediaTypes.JSON);
      }
    }
    if (operation.getRequestBody() != null) {
      Object request = read(FOLDER + operation.getOperationId() + ".request.json");
      attach(request, operation.getRequestBody().getContent(), MediaTypes.JSON);
      attach(request, operation.getRequestBody().getContent(), MediaTypes.MERGE_PATCH);
    }
  }

  private static void attach(Object example, Content content, String type) {
    MediaType described = content == null ? null : content.getMediaType(type);
    if (example != null && described != null) {
      described.setExample(example);
    }
  }

  /** The JSON of a file on the class path; null when the file is missing. */
  static Object read(String file) {
    try (InputStream in = ContractExamples.class.getResourceAsStream(file)) {
      return in == null ? null : JSON.readValue(in, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
