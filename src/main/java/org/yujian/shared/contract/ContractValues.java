package org.yujian.shared.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.yujian.shared.problem.ProblemCode;

/**
 * Describes fields and parameters with a fixed set of values, from {@code openapi-values.json}. In
 * requests they are enums. In responses they refer to a named schema with {@code
 * x-extensible-enum}: later versions may add values, and clients must not fail on them.
 */
final class ContractValues {
  private static final String FILE = "/openapi-values.json";
  private static final String EXTENSIBLE = "x-extensible-enum";

  private final OpenAPI api;
  private final Map<?, ?> sets = (Map<?, ?>) ContractExamples.read(FILE);

  ContractValues(OpenAPI api) {
    this.api = api;
  }

  /** Names of the response schemas with such fields. */
  Set<String> received() {
    Set<String> names = new HashSet<>();
    for (Object set : sets.values()) {
      places(set, "received").forEach(place -> names.add(place.split("\\.")[0]));
    }
    return names;
  }

  void complete() {
    sets.forEach((name, set) -> complete((String) name, (Map<?, ?>) set));
    addShared(
        "ProblemCode",
        "Code of a problem; `/problems/{code}` explains it. Codes never change, new ones may come.",
        List.of(ProblemCode.values()).stream().map(ProblemCode::code).toList());
    property("Problem.code", field -> reference("ProblemCode"));
  }

  private void complete(String name, Map<?, ?> set) {
    List<String> values = texts(set.get("values"));
    List<String> received = places(set, "received");
    if (!received.isEmpty()) {
      addShared(name, (String) set.get("text"), values);
    }
    received.forEach(place -> property(place, field -> changed(field, value -> reference(name))));
    String text = (String) set.get("text");
    places(set, "sent").forEach(place -> property(place, field -> sent(name, field, text, values)));
    places(set, "parameters").forEach(place -> parameter(place, text, values));
  }

  private static List<String> places(Object set, String use) {
    return texts(((Map<?, ?>) set).get(use));
  }

  private static List<String> texts(Object list) {
    return list == null ? List.of() : ((List<?>) list).stream().map(String.class::cast).toList();
  }

  private void addShared(String name, String description, List<String> values) {
    if (api.getComponents().getSchemas().containsKey(name)) {
      throw new IllegalStateException("Two schemas are called " + name);
    }
    Schema schema =
        OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    schema.addExtension(EXTENSIBLE, values);
    api.getComponents().addSchema(name, schema);
  }

  /** No description: parsers treat a reference in {@code allOf}, beside one, as an object. */
  private static Schema reference(String name) {
    return OASFactory.createSchema().ref(name);
  }

  private static Schema enumeration(Schema field, String text, List<String> values) {
    return OASFactory.createSchema()
        .type(field.getType())
        .description(field.getDescription() == null ? text : field.getDescription())
        .defaultValue(field.getDefaultValue())
        .enumeration(List.copyOf(values));
  }

  private void property(String place, UnaryOperator<Schema> change) {
    String[] names = place.split("\\.");
    Schema schema = api.getComponents().getSchemas().get(names[0]);
    Schema field =
        schema == null || schema.getProperties() == null
            ? null
            : schema.getProperties().get(names[1]);
    if (field == null) {
      throw new IllegalStateException(FILE + " names " + place + ", which is not in the contract");
    }
    schema.addProperty(names[1], change.apply(field));
  }

  private void parameter(String place, String text, List<String> values) {
    String[] names = place.split("\\.");
    Parameter found =
        ContractSchemas.operations(api).stream()
            .filter(operation -> names[0].equals(operation.getOperationId()))
            .map(Operation::getParameters)
            .flatMap(List::stream)
            .filter(parameter -> names[1].equals(parameter.getName()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(FILE + " names " + place + ", which is unknown"));
    found.setSchema(changed(found.getSchema(), field -> enumeration(field, null, values)));
    if (found.getDescription() == null) {
      found.setDescription(text);
    }
  }

  /** Changes the items of a list, or the field itself when it is not a list. */
  private static Schema changed(Schema field, UnaryOperator<Schema> change) {
    if (field.getItems() == null) {
      return change.apply(field);
    }
    field.setItems(change.apply(field.getItems()));
    return field;
  }

  /** A list refers to a named enum: Java clients generated from an unnamed one do not compile. */
  private Schema sent(String name, Schema field, String text, List<String> values) {
    if (field.getItems() == null) {
      return enumeration(field, text, values);
    }
    String input = name + "Input";
    api.getComponents().addSchema(input, enumeration(field.getItems(), text, values));
    field.setItems(reference(input));
    return field;
  }
}
