package org.yujian.shared.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What the Javadoc of records and their components says, as the contract's descriptions, where no
 * annotation says it. A test keeps {@code openapi-texts.json} equal to the Javadoc.
 */
final class ContractTexts {
  private static final String FILE = "/openapi-texts.json";

  private ContractTexts() {}

  static void complete(OpenAPI api) {
    Map<?, ?> texts = (Map<?, ?>) ContractExamples.read(FILE);
    api.getComponents().getSchemas().forEach((name, schema) -> complete(name, schema, texts));
  }

  private static void complete(String name, Schema schema, Map<?, ?> texts) {
    if (schema.getDescription() == null && schema.getRef() == null) {
      schema.setDescription((String) texts.get(name));
    }
    if (schema.getProperties() == null) {
      return;
    }
    new LinkedHashMap<>(schema.getProperties())
        .forEach(
            (property, described) -> {
              String text = (String) texts.get(name + "." + property);
              if (text != null && described.getDescription() == null) {
                schema.addProperty(property, described(described, text));
              }
            });
  }

  /** References may be shared between properties. */
  private static Schema described(Schema property, String text) {
    return property.getRef() == null
        ? property.description(text)
        : OASFactory.createSchema().ref(property.getRef()).description(text);
  }
}
