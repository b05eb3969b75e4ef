package org.yujian.shared.contract;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Uses the Javadoc of records and their components as descriptions, where no annotation has one. A
 * test keeps {@code openapi-texts.json} equal to the Javadoc.
 */
final class ContractTexts {
  private static final String FILE = "/openapi-texts.json";

  private ContractTexts() {}

  static void complete(OpenAPI api) {
    Map<?, ?> texts = (Map<?, ?>) ContractExamples.read(FILE);
    api.getComponents().getSchemas().forEach((name, schema) -> complete(name, schema, texts));
  }

  /** Describes a successful response without a text by the first sentence of its schema. */
  static void complete(OpenAPI api, Operation operation) {
    for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
      String said = response.getDescription();
      boolean silent = "OK".equals(said) || "Created".equals(said) || "Accepted".equals(said);
      if (silent && response.getContent() != null) {
        response.getContent().getMediaTypes().values().stream()
            .map(type -> ContractSchemas.referredTo(type.getSchema()))
            .filter(Objects::nonNull)
            .findFirst()
            .map(name -> api.getComponents().getSchemas().get(name).getDescription())
            .ifPresent(text -> response.setDescription(text.split("(?<=\\.) ")[0]));
      }
    }
  }

  private static void complete(String name, Schema schema, Map<?, ?> texts) {
    if (schema.getDescription() == null && schema.getRef() == null) {
      schema.setDescription(text(texts, name));
    }
    if (schema.getProperties() == null) {
      return;
    }
    new LinkedHashMap<>(schema.getProperties())
        .forEach(
            (property, described) -> {
              String text = text(texts, name + "." + property);
              if (text != null && described.getDescription() == null) {
                schema.addProperty(property, described(described, text));
              }
            });
  }

  /** Javadoc of a parameter begins with a small letter, a description with a capital. */
  private static String text(Map<?, ?> texts, String key) {
    String text = (String) texts.get(key);
    return text == null || text.isEmpty()
        ? null
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A reference may be shared between properties, so it is not changed but copied. */
  private static Schema described(Schema property, String text) {
    return property.getRef() == null
        ? property.description(text)
        : OASFactory.createSchema().ref(property.getRef()).description(text);
  }
}
