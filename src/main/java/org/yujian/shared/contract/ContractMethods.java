package org.yujian.shared.contract;

import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.RestResponse;
import org.yujian.shared.web.Created;
import org.yujian.shared.web.NoStore;
import org.yujian.shared.web.NoStoreFilter;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.PublicReadFilter;
import org.yujian.shared.web.VersionHeaders;
import org.yujian.shared.web.Versioned;

/** Reads annotations and types of the methods behind the operations of the contract. */
final class ContractMethods {
  private static final DotName VERSIONED = DotName.createSimple(Versioned.class);
  private static final DotName REST_RESPONSE = DotName.createSimple(RestResponse.class);

  private final IndexView index;
  private final Map<String, MethodInfo> methods = new HashMap<>();

  ContractMethods(IndexView index) {
    this.index = index;
    for (AnnotationInstance annotation :
        index.getAnnotations(
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class))) {
      // Hidden operations have no id.
      if (annotation.value("operationId") != null) {
        methods.put(annotation.value("operationId").asString(), annotation.target().asMethod());
      }
    }
  }

  /** Whether responses have an ETag of their bytes, or are 304; see {@link PublicReadFilter}. */
  boolean isPublicRead(Operation operation) {
    return is(operation, PublicRead.class);
  }

  /** Whether responses must not be cached; see {@link NoStoreFilter}. */
  boolean isNoStore(Operation operation) {
    return is(operation, NoStore.class);
  }

  /** Whether the ETag is a version; see {@link VersionHeaders}. */
  boolean isVersioned(Operation operation) {
    ClassInfo answer = index.getClassByName(answer(operation).name());
    return answer != null
        && answer.interfaceNames().contains(VERSIONED)
        && !isPublicRead(operation);
  }

  /** Whether 201 has a Location; see {@link Created}. */
  boolean isCreatedAt(Operation operation) {
    return method(operation).returnType().name().equals(REST_RESPONSE);
  }

  /** Whether the body may be missing. A form is not a parameter of the method and is required. */
  boolean isBodyOptional(Operation operation) {
    List<MethodParameterInfo> body =
        method(operation).parameters().stream()
            .filter(
                parameter -> parameter.annotations().stream().noneMatch(ContractMethods::isRest))
            .toList();
    return !body.isEmpty() && body.stream().noneMatch(ContractMethods::isRequired);
  }

  private static boolean isRequired(MethodParameterInfo body) {
    AnnotationInstance described = body.annotation(DotName.createSimple(RequestBody.class));
    boolean said =
        described != null
            && described.value("required") != null
            && described.value("required").asBoolean();
    return said || body.hasAnnotation(DotName.createSimple(NotNull.class));
  }

  /** Whether the annotation binds a parameter to something other than the body. */
  private static boolean isRest(AnnotationInstance annotation) {
    String name = annotation.name().toString();
    return name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.");
  }

  private boolean is(Operation operation, Class<?> annotation) {
    DotName name = DotName.createSimple(annotation);
    MethodInfo method = method(operation);
    return method.hasDeclaredAnnotation(name)
        || method.declaringClass().hasDeclaredAnnotation(name);
  }

  private Type answer(Operation operation) {
    Type type = method(operation).returnType();
    if (type.kind() == Type.Kind.PARAMETERIZED_TYPE && type.name().equals(REST_RESPONSE)) {
      List<Type> of = type.asParameterizedType().arguments();
      return of.get(0);
    }
    return type;
  }

  private MethodInfo method(Operation operation) {
    return methods.get(operation.getOperationId());
  }
}
