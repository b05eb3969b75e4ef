package org.yujian.shared.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.yujian.shared.web.MediaTypes;

/**
 * Gives bodies of merge patches a schema of their own, {@code …Patch} for {@code …Settings}:
 * nothing in it is required, and optional fields may be null, which removes them.
 */
final class ContractPatches {
  private static final String SCHEMAS = "#/components/schemas/";

  private ContractPatches() {}

  static void complete(OpenAPI api) {
    for (PathItem path : api.getPaths().getPathItems().values()) {
      Operation patch = path.getOperations().get(HttpMethod.PATCH);
      if (patch != null && patch.getRequestBody() != null) {
        MediaType body = patch.getRequestBody().getContent().getMediaType(MediaTypes.MERGE_PATCH);
        if (body != null && body.getSchema().getRef() != null) {
          complete(api, body);
          patch
              .getRequestBody()
              .getContent()
              .addMediaType(
                  MediaTypes.JSON,
                  OASFactory.createMediaType()
                      .schema(OASFactory.createSchema().ref(body.getSchema().getRef())));
        }
      }
    }
  }

  private static void complete(OpenAPI api, MediaType body) {
    String name = body.getSchema().getRef().substring(SCHEMAS.length());
    String patchName = name.replaceAll("Settings$", "") + "Patch";
    Schema whole = api.getComponents().getSchemas().get(name);
    api.getComponents().addSchema(patchName, patch(api, whole));
    body.setSchema(OASFactory.createSchema().ref(SCHEMAS + patchName));
    boolean alsoCreates =
        api.getPaths().getPathItems().values().stream()
            .map(PathItem::getPOST)
            .anyMatch(post -> takes(post, SCHEMAS + name));
    if (!alsoCreates) {
      api.getComponents().removeSchema(name);
    }
  }

  private static boolean takes(Operation post, String reference) {
    return post != null
        && post.getRequestBody() != null
        && post.getRequestBody().getContent().getMediaTypes().values().stream()
            .anyMatch(
                type -> type.getSchema() != null && reference.equals(type.getSchema().getRef()));
  }

  private static Schema patch(OpenAPI api, Schema whole) {
    Map<String, Schema> properties = new LinkedHashMap<>();
    whole
        .getProperties()
        .forEach(
            (name, schema) -> {
              boolean required = whole.getRequired() != null && whole.getRequired().contains(name);
              properties.put(name, required ? schema : orNull(api, schema));
            });
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("A JSON merge patch (RFC 7396): fields that are absent stay, null removes.")
        .properties(properties);
  }

  private static Schema orNull(OpenAPI api, Schema schema) {
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(SCHEMAS.length());
      return OASFactory.createSchema()
          .type(api.getComponents().getSchemas().get(name).getType())
          .addType(Schema.SchemaType.NULL)
          .description(schema.getDescription())
          .addAllOf(OASFactory.createSchema().ref(schema.getRef()));
    }
    return OASFactory.createSchema()
        .type(schema.getType())
        .addType(Schema.SchemaType.NULL)
        .description(schema.getDescription())
        .items(schema.getItems())
        .minItems(schema.getMinItems())
        .maxItems(schema.getMaxItems())
        .format(schema.getFormat())
        .pattern(schema.getPattern())
        .enumeration(schema.getEnumeration())
        .minLength(schema.getMinLength())
        .maxLength(schema.getMaxLength());
  }
}
