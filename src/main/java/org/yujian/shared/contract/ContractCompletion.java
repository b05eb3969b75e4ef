package org.yujian.shared.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI contract that is generated from the code: descriptions, shared responses,
 * headers and parameters, sets of values, security, examples. Runs at build time.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractCompletion implements OASFilter {
  private final ContractMethods methods;

  /**
   * @param index of the application's classes
   */
  public ContractCompletion(IndexView index) {
    methods = new ContractMethods(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    ContractInfo.complete(api);
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    ProblemSchema.addTo(api.getComponents(), ContractResponses.PROBLEM);
    ContractSecurity.addSchemes(api.getComponents());
    if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
      return;
    }
    ContractTexts.complete(api);
    ContractScalars.complete(api);
    ContractResponses responses = new ContractResponses(api, methods);
    ContractHeaders headers = new ContractHeaders(api, methods);
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          complete(path, method, operation);
                          responses.complete(path, method, operation);
                          headers.complete(path, method, operation);
                          ContractTexts.complete(api, operation);
                        }));
    completeSchemas(api);
    ContractSchemas.operations(api).forEach(ContractExamples::attach);
    ContractSharing.complete(api);
    ContractInfo.describeTags(api);
  }

  private void complete(String path, HttpMethod method, Operation operation) {
    ContractSecurity.complete(path, operation);
    if (path.startsWith("/v1/desk") && method == HttpMethod.POST) {
      ContractParameters.addIdempotencyKey(operation);
    }
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().setRequired(!methods.isBodyOptional(operation));
    }
    ContractParameters.complete(path, operation);
  }

  private static void completeSchemas(OpenAPI api) {
    ContractValues values = new ContractValues(api);
    ContractInputs.split(api, values.received());
    values.complete();
    ContractPatches.complete(api);
    ContractForms.complete(api);
    ContractSchemas.removeUnused(api);
  }
}
