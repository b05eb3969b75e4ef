package org.yujian.shared.web;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.yujian.shared.page.PageRequest;

/** Describes the parameters that mean the same in every operation. */
final class ContractParameters {
  private ContractParameters() {}

  static void complete(Operation operation) {
    List<Parameter> parameters = operation.getParameters();
    if (parameters == null) {
      return;
    }
    for (Parameter parameter : parameters) {
      switch (parameter.getName()) {
        case "limit" -> limit(parameter);
        case "cursor" ->
            describe(
                parameter,
                "`next` or `prev` of another page of this list with the same filters; opaque");
        case "If-Match" -> {
          parameter.setRequired(true);
          parameter.setDescription(
              "The ETag of what was looked at; without it 428, with an older one 412");
          parameter.setExample("\"v1\"");
        }
        default -> describe(parameter);
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
                "1 to 255 visible ASCII characters, random: sent again within a day, the same"
                    + " request gets the first answer with `Idempotency-Replayed: true`, another"
                    + " one 422")
            .schema(
                OASFactory.createSchema()
                    .addType(Schema.SchemaType.STRING)
                    .minLength(1)
                    .maxLength(255)));
  }

  private static void limit(Parameter parameter) {
    describe(parameter, "How many items at most");
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
          case "id" -> "Its id";
          case "slug" -> "The tag's slug";
          case "account" -> "Only of this account: its id";
          case "edition" -> "Only of this edition: its id";
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
