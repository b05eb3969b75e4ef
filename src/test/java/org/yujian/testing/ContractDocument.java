package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yujian.shared.json.Json;

/** The contract as text, and without the references among its components. */
final class ContractDocument {
  private static final int WIDTH = 160;

  /** Text that fits on a line behind its indentation and name. */
  private static final int LINE = 110;

  /** Fields that a mapping on one line has at most. */
  private static final int SHORT = 5;

  private ContractDocument() {}

  /**
   * With parameters, responses and headers where operations refer to them. Schemas stay references.
   */
  static JsonNode resolved(JsonNode document) {
    return resolved(document, document);
  }

  private static JsonNode resolved(JsonNode node, JsonNode document) {
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(resolved(item, document)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    String reference = node.path("$ref").asText();
    if (reference.startsWith("#/components/") && !reference.startsWith("#/components/schemas/")) {
      return resolved(document.at(reference.substring(1)), document);
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(it -> object.set(it.getKey(), resolved(it.getValue(), document)));
    return object;
  }

  /** In responses, too, only the values that the contract names: for tests, not for clients. */
  static JsonNode strict(JsonNode document) {
    JsonNode copy = resolved(document);
    closeValueSets(copy);
    return copy;
  }

  private static void closeValueSets(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("x-extensible-enum").isArray()) {
      object.set("enum", object.remove("x-extensible-enum"));
    }
    node.forEach(ContractDocument::closeValueSets);
  }

  /** References and short lists on one line, so that a person can read the whole. */
  static String text(JsonNode document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(WIDTH);
    return new Yaml(new Compact(options), options)
        .dump(Json.mapper().convertValue(document, Map.class));
  }

  /** The lines of a text in YAML without its examples. */
  static List<String> withoutExamples(String yaml) {
    List<String> lines = new ArrayList<>();
    int example = -1;
    for (String line : Arrays.asList(yaml.split("\n"))) {
      String text = line.stripLeading();
      int depth = line.length() - text.length();
      boolean inside =
          example >= 0 && (depth > example || depth == example && text.startsWith("-"));
      if (inside || text.isEmpty()) {
        continue;
      }
      example = text.matches("examples?:.*") ? depth : -1;
      if (example < 0) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** What fits on a line stands on one: references, lists of words, schemas of single values. */
  private static final class Compact extends Representer {
    Compact(DumperOptions options) {
      super(options);
    }

    @Override
    protected Node representMapping(Tag tag, Map<?, ?> mapping, DumperOptions.FlowStyle flowStyle) {
      MappingNode node = (MappingNode) super.representMapping(tag, mapping, flowStyle);
      List<Node> values = node.getValue().stream().map(NodeTuple::getValueNode).toList();
      boolean fits = values.size() < SHORT && mapping.toString().length() < LINE;
      if (fits && values.stream().allMatch(Compact::isPlain)) {
        node.setFlowStyle(DumperOptions.FlowStyle.FLOW);
      }
      return node;
    }

    @Override
    protected Node representSequence(
        Tag tag, Iterable<?> sequence, DumperOptions.FlowStyle flowStyle) {
      SequenceNode node = (SequenceNode) super.representSequence(tag, sequence, flowStyle);
      if (node.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
        node.setFlowStyle(DumperOptions.FlowStyle.FLOW);
      }
      return node;
    }

    private static boolean isPlain(Node node) {
      return node instanceof ScalarNode
          || node instanceof SequenceNode list && list.getValue().isEmpty();
    }
  }
}
