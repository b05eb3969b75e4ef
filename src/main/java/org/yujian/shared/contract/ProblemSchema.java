package org.yujian.shared.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Adds the schema of problem documents (RFC 9457 with code, requestId and errors). */
final class ProblemSchema {
  private ProblemSchema() {}

  static void addTo(Components components, String name) {
    components.addSchema(
        name + "Error",
        object()
            .description("One thing that is wrong with a request.")
            .addProperty("pointer", text("JSON pointer (RFC 6901) to the field of the body"))
            .addProperty("parameter", text("Name of the parameter, when it is not in the body"))
            .addProperty("code", text("Code of what is wrong; never changes"))
            .addProperty("detail", text("What is wrong, in Chinese or English"))
            .required(List.of("code", "detail")));
    components.addSchema(name, problem(name + "Error"));
  }

  /** Fields of single codes are last; more may follow in later versions. */
  private static Schema problem(String error) {
    Schema errors =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.ARRAY)
            .description("What is wrong, one entry for each field or parameter")
            .items(OASFactory.createSchema().ref(error));
    return object()
        .description(
            "A problem document (RFC 9457). Fields beyond `requestId` belong to some codes;"
                + " later ones may have others.")
        .addProperty("type", text("Path of the page that explains the code"))
        .addProperty(
            "title", text("The problem in a few words, in Chinese or English by `Accept-Language`"))
        .addProperty("status", number("int32").description("HTTP status of the response"))
        .addProperty("detail", text("What happened in this case"))
        .addProperty("code", text("Code of what is wrong; never changes"))
        .addProperty("requestId", text("Identifies the request in the server's log"))
        .addProperty("errors", errors)
        .addProperty("limit", text("413 and limits: name of the limit"))
        .addProperty("value", whole("413 and limits: what the limit allows"))
        .addProperty("scope", text("403: the scope that the key or token lacks"))
        .addProperty("version", whole("412: the current version"))
        .addProperty("changedAt", time("412: time of the last change"))
        .addProperty("changedBy", text("412: who changed it, where known"))
        .addProperty("at", time("410: since when it is gone"))
        .addProperty("class", text("410 of an article or edition: class of the withdrawal"))
        .addProperty("note", text("410: public note, if there is one"))
        .addProperty("restart", text("410 of sync: path to start again from"))
        .required(List.of("type", "title", "status", "detail", "code", "requestId"))
        .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
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
