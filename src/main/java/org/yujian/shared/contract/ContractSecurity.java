package org.yujian.shared.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Declares who may call an operation: a key of the desk, a reader's device, or everyone. */
final class ContractSecurity {
  private static final String DESK = "deskKey";
  private static final String DEVICE = "deviceToken";

  private ContractSecurity() {}

  static void addSchemes(Components components) {
    components
        .addSecurityScheme(DESK, bearer("A key of the desk: `Authorization: Bearer yj_…`."))
        .addSecurityScheme(
            DEVICE,
            bearer(
                "The access token of a device, from `createDevice` or `refreshDevice`:"
                    + " `Authorization: Bearer …`."));
  }

  /** The security scheme of a path; null when it is public. */
  static String schemeOf(String path) {
    if (path.startsWith("/v1/desk")) {
      return DESK;
    }
    return path.startsWith("/v1/me") ? DEVICE : null;
  }

  /** Replaces the unnamed requirement from security annotations; "public" is explicit, too. */
  static void complete(String path, Operation operation) {
    String scheme = schemeOf(path);
    operation.setSecurity(
        scheme == null
            ? List.of()
            : List.of(OASFactory.createSecurityRequirement().addScheme(scheme)));
  }

  private static SecurityScheme bearer(String description) {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description(description);
  }
}
