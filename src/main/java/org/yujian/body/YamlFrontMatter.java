package org.yujian.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** YAML between lines {@code ---} at the start of a Markdown document; {@code length} in lines. */
public record YamlFrontMatter(int length, List<Field> fields) {

  /** A key with its values in order, as text; {@code line} is the key's line in the file. */
  public record Field(String key, int line, List<String> values) {}

  private static final String RULE = "---";
  private static final int MOST_LINES = 200;
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern PAIR = Pattern.compile("([A-Za-z][\\w-]{0,63}):(?:\\s+(.*))?");

  /** Parses front matter; null if the document has none or it is not a YAML mapping. */
  static YamlFrontMatter of(List<String> lines, List<Integer> numbers) {
    if (lines.isEmpty() || numbers.get(0) != 1 || !lines.get(0).stripTrailing().equals(RULE)) {
      return null;
    }
    int end = 1;
    while (end < lines.size() && end < MOST_LINES && !isEnd(lines.get(end))) {
      end++;
    }
    if (end == lines.size() || !isEnd(lines.get(end))) {
      return null;
    }
    List<String> inside = lines.subList(1, end);
    List<Field> fields = read(inside, numbers.subList(1, end));
    return fields.isEmpty() ? null : new YamlFrontMatter(end + 1, fields);
  }

  private static boolean isEnd(String line) {
    return line.stripTrailing().equals(RULE) || line.stripTrailing().equals("...");
  }

  private static List<Field> read(List<String> lines, List<Integer> numbers) {
    List<Field> fields = new ArrayList<>();
    try {
      JsonNode yaml = YAML.readTree(String.join("\n", lines));
      for (Map.Entry<String, JsonNode> each : yaml.properties()) {
        List<String> values = new ArrayList<>();
        collect(each.getValue(), values);
        fields.add(new Field(each.getKey(), number(each.getKey(), lines, numbers), values));
      }
      return fields;
    } catch (JsonProcessingException noYaml) {
      return pairs(lines, numbers);
    }
  }

  private static void collect(JsonNode value, List<String> values) {
    if (value.isArray()) {
      value.forEach(each -> collect(each, values));
    } else if (!value.isNull()) {
      values.add(value.isValueNode() ? value.asText() : value.toString());
    }
  }

  private static int number(String key, List<String> lines, List<Integer> numbers) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key) || lines.get(i).startsWith(key, 1)) {
        return numbers.get(i);
      }
    }
    return 1;
  }

  /** Reads simple pairs of invalid YAML, often handwritten like {@code title: [公告] 甲}. */
  private static List<Field> pairs(List<String> lines, List<Integer> numbers) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher pair = PAIR.matcher(lines.get(i).stripTrailing());
      if (pair.matches()) {
        String value = pair.group(2) == null ? "" : pair.group(2).strip();
        List<String> values = value.isEmpty() ? List.of() : List.of(value);
        fields.add(new Field(pair.group(1), numbers.get(i), values));
      } else if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
        return List.of();
      }
    }
    return fields;
  }
}
