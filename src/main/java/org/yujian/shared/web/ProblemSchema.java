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
    // Those of single codes; others may follow.
    components.addSchema(
        name,
        object()
            .addProperty("type", text("Path of the page that explains the code"))
            .addProperty("title", text("Short, in Chinese or English by Accept-Language"))
            .addProperty("status", number("int32"))
            .addProperty("detail", text("What happened this time"))
            .addProperty("code", text("For programs; never changes"))
            .addProperty("requestId", text("Finds the request in the log"))
            .addProperty("errors", errors)
            .addProperty("limit", text("Too much of something: the limit's name"))
            .addProperty("value", whole("How much that limit allows"))
            .addProperty("scope", text("403: the scope that the key or token lacks"))
            .addProperty("version", whole("412: the present version"))
            .addProperty("changedAt", time("412: when it was changed"))
            .addProperty("changedBy", text("412: by whom, where that is told"))
            .addProperty("at", time("410: since when"))
            .addProperty("class", text("410 of an article or edition: why it was taken back"))
            .addProperty("note", text("410: what was said to readers, if anything"))
            .addProperty("restart", text("410 of sync: where to begin again"))
            .required(List.of("type", "title", "status", "detail", "code", "requestId"))
            .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true)));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }

  private static Schema time(String description) {
    return text(description).format("date-time");
  }

  private static Schema whole(String description) {
    return number("int64").description(description);
  }

  private static Schema number(String format) {
    return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).format(format);
  }
}
