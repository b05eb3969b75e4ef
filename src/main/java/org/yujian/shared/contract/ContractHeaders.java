package org.yujian.shared.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds the headers of successful responses to the contract. */
final class ContractHeaders {
  private final OpenAPI api;
  private final ContractMethods methods;

  ContractHeaders(OpenAPI api, ContractMethods methods) {
    this.api = api;
    this.methods = methods;
  }

  void complete(String path, HttpMethod method, Operation operation) {
    boolean repeatable = path.startsWith("/v1/desk") && method == HttpMethod.POST;
    boolean list =
        operation.getParameters() != null
            && operation.getParameters().stream().anyMatch(p -> "cursor".equals(p.getName()));
    for (Map.Entry<String, APIResponse> answer :
        operation.getResponses().getAPIResponses().entrySet()) {
      APIResponse response = answer.getValue();
      if (response.getRef() != null || !answer.getKey().startsWith("2")) {
        continue;
      }
      if (repeatable) {
        ContractHeader.IDEMPOTENCY_REPLAYED.addTo(response, api);
      }
      version(response, operation);
      lifetime(response, operation);
      if (list) {
        ContractHeader.LINK.addTo(response, api);
      }
      if (answer.getKey().equals("201") && methods.isCreatedAt(operation)) {
        ContractHeader.LOCATION.addTo(response, api);
      }
      if (answer.getKey().equals("202")) {
        ContractHeader.LOCATION.addTo(response, api);
        ContractHeader.RETRY_AFTER.addTo(response, api);
      }
    }
  }

  private void version(APIResponse response, Operation operation) {
    if (methods.isVersioned(operation)) {
      ContractHeader.VERSION_ETAG.addTo(response, api);
    }
  }

  private void lifetime(APIResponse response, Operation operation) {
    if (methods.isPublicRead(operation)) {
      ContractHeader.CONTENT_ETAG.addTo(response, api);
      ContractHeader.CACHE_CONTROL.addTo(response, api);
    } else if (methods.isNoStore(operation)) {
      ContractHeader.NO_STORE.addTo(response, api);
    }
  }
}
