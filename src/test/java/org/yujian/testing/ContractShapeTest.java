package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What integrators may expect of the committed contract, whatever it describes. */
class ContractShapeTest {
  private static final Path FILE = Path.of("openapi", "openapi.yaml");
  private static final int MOST_LINES = 8_500;
  private static final String COMPONENTS = "#/components/";

  private final String text = read();
  private final JsonNode contract = parsed(text);
  private final JsonNode schemas = contract.at("/components/schemas");

  private static String read() {
    try {
      return Files.readString(FILE, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parsed(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void itIsShortEnoughToBeRead() {
    assertThat(ContractDocument.withoutExamples(text)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @Test
  void itSaysWhatItIs() {
    assertThat(contract.at("/info/license/name").asText()).isEqualTo("Apache-2.0");
    assertThat(contract.at("/info/version").asText()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(contract.at("/info/description").asText())
        .contains("RFC 9457", "cursor", "If-Match", "x-extensible-enum");
    assertThat(contract.at("/servers/0/url").asText()).isEqualTo("/");
  }

  @Test
  void everySchemaAndEachOfItsPropertiesIsDescribed() {
    List<String> missing = new ArrayList<>();
    schemas.properties().stream()
        .filter(schema -> schema.getValue().path("description").asText().isBlank())
        .forEach(schema -> missing.add(schema.getKey()));
    properties(
        (name, property) -> {
          // A bare reference is described by the shared schema.
          boolean described = property.has("$ref") || property.has("description");
          if (!described || property.path("description").asText("x").isBlank()) {
            missing.add(name);
          }
        });
    assertThat(missing).isEmpty();
  }

  /** Parsers take the parts of {@code allOf} for objects, also where only one of them is there. */
  @Test
  void onlyObjectsStandBesideADescription() {
    properties(
        (name, property) -> {
          for (JsonNode part : property.path("allOf")) {
            JsonNode target = contract.at(part.path("$ref").asText().substring(1));
            assertThat(target.path("type").asText()).as(name).isEqualTo("object");
          }
        });
  }

  @Test
  void everyOperationIsDescribed() {
    Set<String> tags = new HashSet<>();
    for (JsonNode tag : contract.path("tags")) {
      assertThat(tag.path("description").asText()).as(tag.path("name").asText()).isNotBlank();
      tags.add(tag.path("name").asText());
    }
    for (Map.Entry<String, JsonNode> operation : Operations.of(contract).entrySet()) {
      JsonNode described = operation.getValue();
      assertThat(described.path("summary").asText()).as(operation.getKey()).isNotBlank();
      assertThat(described.path("security").isArray()).as(operation.getKey()).isTrue();
      assertThat(described.path("tags")).as(operation.getKey()).hasSize(1);
      assertThat(tags).contains(described.path("tags").path(0).asText());
      for (JsonNode parameter : described.path("parameters")) {
        assertThat(parameter.path("description").asText())
            .as(operation.getKey() + " " + parameter.path("name").asText())
            .isNotBlank();
      }
    }
    assertThat(operationNames()).doesNotHaveDuplicates();
  }

  @Test
  void nothingStandsInlineTwice() {
    Map<JsonNode, String> seen = new HashMap<>();
    List<String> repeated = new ArrayList<>();
    BiConsumer<String, JsonNode> once =
        (where, node) -> {
          String first = node.has("$ref") ? null : seen.putIfAbsent(node, where);
          if (first != null) {
            repeated.add(where + " repeats " + first);
          }
        };
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String name = operation.getKey() + " " + path.getKey() + " ";
        operation.getValue().path("parameters").forEach(it -> once.accept(name + it, it));
        for (Map.Entry<String, JsonNode> response :
            operation.getValue().path("responses").properties()) {
          once.accept(name + response.getKey(), response.getValue());
          response
              .getValue()
              .path("headers")
              .properties()
              .forEach(header -> once.accept(name + header.getKey(), header.getValue()));
        }
      }
    }
    assertThat(repeated).isEmpty();
  }

  @Test
  void everyComponentIsUsed() {
    Set<String> used = new HashSet<>();
    contract.findValuesAsText("$ref").forEach(used::add);
    List<String> unused = new ArrayList<>();
    for (String kind : List.of("schemas", "responses", "headers", "parameters")) {
      assertThat(contract.path("components").path(kind)).isNotEmpty();
      contract
          .path("components")
          .path(kind)
          .fieldNames()
          .forEachRemaining(name -> unused.add(COMPONENTS + kind + "/" + name));
    }
    unused.removeAll(used);
    assertThat(unused).isEmpty();
  }

  /** Old clients must not fail on values that come later; new requests take only known ones. */
  @Test
  void valuesAreClosedInRequestsAndOpenInResponses() {
    Set<String> sent = ContractReach.schemas(contract, "requestBody", "parameters");
    Set<String> received = ContractReach.schemas(contract, "responses");
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      boolean open = schema.getValue().has("x-extensible-enum");
      assertThat(open && sent.contains(schema.getKey())).as(schema.getKey()).isFalse();
      if (received.contains(schema.getKey())) {
        assertThat(schema.getValue().findValues("enum")).as(schema.getKey()).isEmpty();
        schema
            .getValue()
            .path("properties")
            .forEach(it -> assertThat(it.findValue("x-extensible-enum")).isNull());
      }
    }
    assertThat(schemas.path("ArticleState").path("x-extensible-enum"))
        .extracting(JsonNode::asText)
        .containsExactly("draft", "published", "withdrawn");
    assertThat(schemas.at("/Correct/properties/class/enum"))
        .extracting(JsonNode::asText)
        .containsExactly("typo", "fact", "title", "update");
    assertThat(schemas.at("/DeskArticle/properties/state/$ref").asText())
        .isEqualTo("#/components/schemas/ArticleState");
    assertThat(schemas.at("/BlockInput/properties/type/enum")).hasSize(6);
  }

  @Test
  void whatIsAlwaysThereIsRequired() {
    Set<String> received = ContractReach.schemas(contract, "responses");
    assertThat(received)
        .filteredOn(name -> schemas.path(name).has("properties"))
        .allSatisfy(name -> assertThat(schemas.path(name).path("required")).as(name).isNotEmpty());
    assertThat(required("Block")).containsExactlyInAnyOrder("id", "type");
    assertThat(required("BlockInput")).containsExactly("type");
    assertThat(required("Span")).containsExactlyInAnyOrder("start", "end", "kind");
    assertThat(required("Picture")).containsExactly("url");
    assertThat(required("PictureCovers")).containsExactlyInAnyOrder("wide", "square", "widths");
  }

  @Test
  void patternsAreEcmaScript() {
    List<String> patterns = contract.findValuesAsText("pattern");
    assertThat(patterns).isNotEmpty();
    assertThat(patterns).allSatisfy(pattern -> assertThat(EcmaPattern.problem(pattern)).isNull());
  }

  @Test
  void namesAreFreeInTheLanguagesOfClients() {
    List<String> operations = operationNames();
    Set<String> taken =
        operations.stream()
            .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
            .flatMap(name -> List.of(name + "Request", name + "OperationRequest").stream())
            .collect(Collectors.toSet());
    taken.addAll(ContractNames.BUILT_IN);
    List<String> names = new ArrayList<>();
    schemas.fieldNames().forEachRemaining(names::add);
    assertThat(names).doesNotContainAnyElementsOf(taken);
    assertThat(names).allSatisfy(name -> assertThat(name).matches("([A-Z][a-z0-9]+)+"));
    assertThat(operations)
        .allSatisfy(
            name -> {
              assertThat(name).matches("[a-z]+([A-Z][a-z0-9]*)*");
              assertThat(ContractNames.VERBS).contains(name.replaceFirst("[A-Z].*", ""));
            });
  }

  private List<String> required(String schema) {
    List<String> names = new ArrayList<>();
    schemas.path(schema).path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private List<String> operationNames() {
    return Operations.of(contract).values().stream()
        .map(operation -> operation.path("operationId").asText())
        .toList();
  }

  private void properties(BiConsumer<String, JsonNode> each) {
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      for (Map.Entry<String, JsonNode> property :
          schema.getValue().path("properties").properties()) {
        each.accept(schema.getKey() + "." + property.getKey(), property.getValue());
      }
    }
  }
}
