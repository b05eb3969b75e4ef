package org.yujian.shared.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Idempotent;

/** Describes parameters that have the same meaning in every operation. */
final class ContractParameters {
  /** Path segment before {@code {id}} → name of the resource with that id. */
  static final Map<String, String> THINGS =
      Map.of(
          "accounts", "account",
          "articles", "article",
          "editions", "edition",
          "follow-targets", "follow target",
          "imports", "import",
          "keys", "key",
          "devices", "device");

  /** Lists of values joined by commas → format of a value, empty for words. */
  private static final Map<String, String> LISTS =
      Map.of("ids", "uuid", "articleIds", "uuid", "accounts", "uuid", "types", "");

  private ContractParameters() {}

  static void complete(String path, Operation operation) {
    List<Parameter> parameters = operation.getParameters();
    if (parameters == null) {
      return;
    }
    for (Parameter parameter : parameters) {
      switch (parameter.getName()) {
        case "limit" -> limit(parameter);
        case "id" -> describe(parameter, "Id of the " + thing(path) + ".");
        case "If-Match" -> {
          parameter.setRequired(true);
          parameter.setDescription(
              "The ETag of the version that was read. Without it 428; when the thing has changed"
                  + " since then 412.");
          parameter.setExample("\"v1\"");
        }
        default -> describe(parameter);
      }
      if (LISTS.containsKey(parameter.getName()) && parameter.getIn() == Parameter.In.QUERY) {
        list(parameter, LISTS.get(parameter.getName()));
      }
    }
  }

  /** Added to every POST of the desk. A test checks that the method is {@link Idempotent}. */
  static void addIdempotencyKey(Operation operation) {
    operation.addParameter(
        OASFactory.createParameter()
            .name("Idempotency-Key")
            .in(Parameter.In.HEADER)
            .description(
                "A random key for safe retries. Within a day the same request with the same key"
                    + " gets the first response again, with `Idempotency-Replayed: true`; another"
                    + " request with this key gets 422. Visible ASCII characters.")
            .schema(
                OASFactory.createSchema()
                    .addType(Schema.SchemaType.STRING)
                    .minLength(1)
                    .maxLength(255)));
  }

  /** Name of the resource that the first id of a path belongs to. */
  static String thing(String path) {
    String collection = path.substring(0, path.indexOf("/{")).replaceAll(".*/", "");
    return THINGS.getOrDefault(collection, collection);
  }

  /** Comma-separated on the wire, a list in generated clients. */
  private static void list(Parameter parameter, String format) {
    Schema item = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    if (!format.isEmpty()) {
      item.format(format);
    }
    parameter
        .style(Parameter.Style.FORM)
        .explode(false)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(item));
  }

  private static void limit(Parameter parameter) {
    describe(parameter, "Maximum number of items.");
    if (parameter.getSchema().getMaximum() == null) {
      parameter
          .getSchema()
          .minimum(BigDecimal.ONE)
          .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
          .defaultValue(PageRequest.DEFAULT_LIMIT);
    }
  }

  private static void describe(Parameter parameter) {
    describe(
        parameter,
        switch (parameter.getName()) {
          case "cursor" ->
              "`next` or `prev` of another page of this list with the same filters. Opaque.";
          case "slug" -> "Slug of the tag.";
          case "account" -> "Only of this account: its id.";
          case "accountId" -> "Id of the account.";
          case "edition" -> "Only of this edition: its id.";
          case "comment" -> "Id of the comment.";
          case "delivery" -> "Id of the delivery.";
          case "placement" -> "Id of the placement.";
          case "tagId" -> "Id of the follower tag.";
          case "rev" -> "Number of the revision, from 1.";
          case "followTarget" -> "Only of this follow target: its id.";
          case "code" -> "Code of the placement, as scanned.";
          default -> null;
        });
  }

  /** Keeps a description that the parameter already has. */
  private static void describe(Parameter parameter, String description) {
    if (parameter.getDescription() == null) {
      parameter.setDescription(description);
    }
  }
}
