package org.yujian.shared.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.yujian.shared.page.PageRequest;

/** Describes the parameters that mean the same in every operation. */
final class ContractParameters {
  /** Path segment before {@code {id}} → what has the id. */
  static final Map<String, String> THINGS =
      Map.of(
          "accounts", "account",
          "articles", "article",
          "editions", "edition",
          "follow-targets", "follow target",
          "imports", "import",
          "keys", "key",
          "devices", "device");

  /** Lists whose values are joined by commas: ids, or words. */
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

  /** Every POST of the desk has it, and a method must be {@link Idempotent} for it: tested. */
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

  /** What the first id of a path is of. */
  static String thing(String path) {
    String collection = path.substring(0, path.indexOf("/{")).replaceAll(".*/", "");
    return THINGS.getOrDefault(collection, collection);
  }

  /** On the wire the text that it was, in programs a list. */
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
          case "placement" -> "Id of the placement.";
          case "tagId" -> "Id of the follower tag.";
          case "rev" -> "Number of the revision, from 1.";
          case "followTarget" -> "Only of this follow target: its id.";
          case "code" -> "Code of the placement, as scanned.";
          default -> null;
        });
  }

  /** Unless it says itself what it means. */
  private static void describe(Parameter parameter, String description) {
    if (parameter.getDescription() == null) {
      parameter.setDescription(description);
    }
  }
}
