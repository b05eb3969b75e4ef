package org.yujian.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
  private static final ObjectMapper MAPPER = Json.mapper();

  record Settings(String title, Integer count, Instant at) {}

  @ParameterizedTest(name = "{0} + {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        // The table of RFC 7396, appendix A.
        "{'a':'b'};{'a':'c'};{'a':'c'}",
        "{'a':'b'};{'b':'c'};{'a':'b','b':'c'}",
        "{'a':'b'};{'a':null};{}",
        "{'a':'b','b':'c'};{'a':null};{'b':'c'}",
        "{'a':['b']};{'a':'c'};{'a':'c'}",
        "{'a':'c'};{'a':['b']};{'a':['b']}",
        "{'a':{'b':'c'}};{'a':{'b':'d','c':null}};{'a':{'b':'d'}}",
        "{'a':[{'b':'c'}]};{'a':[1]};{'a':[1]}",
        "['a','b'];['c','d'];['c','d']",
        "{'a':'b'};['c'];['c']",
        "{'a':'foo'};null;null",
        "{'a':'foo'};'bar';'bar'",
        "{'e':null};{'a':1};{'e':null,'a':1}",
        "[1,2];{'a':'b','c':null};{'a':'b'}",
        "{};{'a':{'bb':{'ccc':null}}};{'a':{'bb':{}}}"
      },
      quoteCharacter = '`')
  void theExamplesOfTheStandardHold(String target, String patch, String result) throws IOException {
    assertThat(MergePatch.merge(json(target), json(patch))).isEqualTo(json(result));
  }

  @Property
  void mergingTwiceIsMergingOnce(@ForAll long seed) {
    Random random = new Random(seed);
    JsonNode target = object(random, 3);
    JsonNode patch = object(random, 3);
    JsonNode once = MergePatch.merge(target, patch);
    assertThat(MergePatch.merge(once, patch)).isEqualTo(once);
  }

  @Property
  void anEmptyPatchChangesNothingAndArgumentsStayAsTheyWere(@ForAll long seed) {
    Random random = new Random(seed);
    JsonNode target = object(random, 3);
    JsonNode patch = object(random, 3);
    JsonNode before = target.deepCopy();
    MergePatch.merge(target, patch);
    assertThat(target).isEqualTo(before);
    assertThat(MergePatch.merge(target, MAPPER.createObjectNode())).isEqualTo(target);
  }

  @Test
  void aRecordTakesThePatchWithTheRulesOfTheProgram() throws IOException {
    Settings now = new Settings("a", 3, Instant.parse("2026-11-24T08:00:00.123456Z"));

    assertThat(MergePatch.apply(now, json("{'title':null,'count':4}"), Settings.class))
        .isEqualTo(new Settings(null, 4, now.at()));
    assertThatThrownBy(() -> MergePatch.apply(now, json("{'unknown':1}"), Settings.class))
        .isInstanceOf(JsonMappingException.class);
    assertThatThrownBy(() -> MergePatch.apply(now, json("{'title':'\\u0000'}"), Settings.class))
        .isInstanceOf(StorableText.Unstorable.class);
  }

  private static JsonNode object(Random random, int depth) {
    ObjectNode node = MAPPER.createObjectNode();
    for (String name : List.of("a", "b", "c")) {
      switch (random.nextInt(depth == 0 ? 4 : 6)) {
        case 0 -> node.putNull(name);
        case 1 -> node.put(name, "x" + random.nextInt(3));
        case 2 -> node.putArray(name).add(random.nextInt(3));
        case 3 -> node.remove(name);
        default -> node.set(name, object(random, depth - 1));
      }
    }
    return node;
  }

  private static JsonNode json(String text) throws IOException {
    return MAPPER.readTree(text.replace('\'', '"'));
  }
}
