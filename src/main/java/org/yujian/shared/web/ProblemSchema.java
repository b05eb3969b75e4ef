package org.yujian.shared.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The shape of problem documents in the contract (RFC 9457 with code, requestId and errors). */
final class ProblemSchema {
  private ProblemSchema() {}

  static void addTo(Components components, String name) {
    components.addSchema(
        name + "Error",
        object()
            .addProperty("pointer", text("JSON pointer (RFC 6901) into the body"))
            .addProperty("parameter", text("Name of the parameter"))
            .addProperty("code", text("For programs; never changes"))
            .addProperty("detail", text("For people, in Chinese or English"))
            .required(List.of("code", "detail")));
    Schema errors =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.ARRAY)
            .items(OASFactory.createSchema().ref(name + "Error"));
    Schema status = OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
    // Further members belong to single codes, for example the present version with 412.
    components.addSchema(
        name,
        object()
            .addProperty("type", text("Path of the page that explains the code"))
            .addProperty("title", text("Short, in Chinese or English by Accept-Language"))
            .addProperty("status", status.format("int32"))
            .addProperty("detail", text("What happened this time"))
            .addProperty("code", text("For programs; never changes"))
            .addProperty("requestId", text("Finds the request in the log"))
            .addProperty("errors", errors)
            .required(List.of("type", "title", "status", "detail", "code", "requestId"))
            .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true)));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
