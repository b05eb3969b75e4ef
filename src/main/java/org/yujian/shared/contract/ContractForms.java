package org.yujian.shared.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Encoding;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Declares repeated fields of forms as separate parts. Without this, generated clients join the
 * values with commas into one part.
 */
final class ContractForms {
  private static final String SCHEMAS = "#/components/schemas/";

  private ContractForms() {}

  static void complete(OpenAPI api) {
    for (PathItem path : api.getPaths().getPathItems().values()) {
      for (Operation operation : path.getOperations().values()) {
        MediaType form =
            operation.getRequestBody() == null || operation.getRequestBody().getContent() == null
                ? null
                : operation.getRequestBody().getContent().getMediaType("multipart/form-data");
        if (form != null && form.getSchema() != null) {
          repeat(form, resolved(api, form.getSchema()));
        }
      }
    }
  }

  private static Schema resolved(OpenAPI api, Schema schema) {
    return schema.getRef() == null
        ? schema
        : api.getComponents().getSchemas().get(schema.getRef().substring(SCHEMAS.length()));
  }

  private static void repeat(MediaType form, Schema fields) {
    fields
        .getProperties()
        .forEach(
            (name, field) -> {
              if (field.getType() != null && field.getType().contains(Schema.SchemaType.ARRAY)) {
                form.addEncoding(
                    name, OASFactory.createEncoding().style(Encoding.Style.FORM).explode(true));
              }
            });
  }
}
