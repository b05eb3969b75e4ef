package org.yujian.shared.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes ids, times and texts in terms of JSON Schema: {@code format} instead of a schema named
 * after a Java class, and ECMA-262 patterns. Patterns get anchors, because Bean Validation matches
 * the whole text but JSON Schema any part of it.
 */
final class ContractScalars {
  private static final Map<String, String> FORMATS =
      Map.of("UUID", "uuid", "Instant", "date-time", "LocalDate", "date");

  /** Pattern of {@code @NotBlank}: a visible character anywhere, so it needs no anchors. */
  private static final String NOT_BLANK = "\\S";

  private ContractScalars() {}

  static void complete(OpenAPI api) {
    ContractSchemas.rewrite(api, ContractScalars::plain);
    FORMATS.keySet().forEach(api.getComponents()::removeSchema);
  }

  private static Schema plain(Schema schema) {
    String named = named(schema);
    if (named != null) {
      return OASFactory.createSchema()
          .type(schema.getType() == null ? List.of(Schema.SchemaType.STRING) : schema.getType())
          .format(FORMATS.get(named))
          .description(schema.getDescription());
    }
    if ("uuid".equals(schema.getFormat())) {
      schema.setPattern(null);
    } else if (schema.getPattern() != null) {
      schema.setPattern(anchored(schema.getPattern()));
    }
    return schema;
  }

  /** The Java class behind a reference or the only part of a described reference; or null. */
  private static String named(Schema schema) {
    Schema reference = schema.getRef() == null ? onlyPart(schema) : schema;
    String name = ContractSchemas.referredTo(reference);
    return name != null && FORMATS.containsKey(name) ? name : null;
  }

  private static Schema onlyPart(Schema schema) {
    return schema.getAllOf() == null || schema.getAllOf().size() != 1
        ? null
        : schema.getAllOf().get(0);
  }

  private static String anchored(String pattern) {
    if (pattern.equals(NOT_BLANK) || pattern.startsWith("^")) {
      return pattern;
    }
    return pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$";
  }
}
