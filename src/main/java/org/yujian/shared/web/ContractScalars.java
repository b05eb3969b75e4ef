package org.yujian.shared.web;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes ids, times and texts in the terms of JSON schema: {@code format} instead of a schema
 * named after a Java class, and patterns as ECMA-262 reads them. Bean Validation matches the whole
 * text, JSON schema any part of it, so patterns get anchors.
 */
final class ContractScalars {
  private static final Map<String, String> FORMATS =
      Map.of("UUID", "uuid", "Instant", "date-time", "LocalDate", "date");

  /** Of {@code @NotBlank}: anything visible anywhere, which needs no anchors. */
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

  /** The Java class that a reference, or the only part of a described reference, stands for. */
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
