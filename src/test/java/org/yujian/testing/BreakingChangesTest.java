package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {
  private static final String BEFORE =
      """
      paths:
        /v1/things:
          get:
            operationId: listThings
            parameters:
            - {name: limit, in: query, schema: {type: integer, maximum: 100}}
            - {name: tag, in: query, required: true, schema: {type: string}}
            responses:
              '200':
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Thing'}}
              '304': {description: same}
          post:
            operationId: createThing
            requestBody:
              {content: {application/json: {schema: {$ref: '#/components/schemas/NewThing'}}}}
            responses: {'201': {description: made}}
      components:
        schemas:
          Thing:
            type: object
            properties:
              id: {type: string, format: uuid}
              note: {type: string}
              mood: {type: string, enum: [calm, busy]}
              parts: {type: array, items: {type: string}}
            required: [id]
          NewThing:
            type: object
            properties: {name: {type: string, maxLength: 64}, note: {type: string}}
            required: [name]
      """;

  private static JsonNode yaml(String text) throws IOException {
    return new YAMLMapper().readTree(text);
  }

  /** Changes of the text above that take something away, and how they are named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/things: | /v1/others: | GET /v1/things was removed",
        "  post: | put: | POST /v1/things was removed",
        "listThings | getThings | changed its operationId",
        "note: {type: string} | notes: {type: string} | schema Thing.note was removed",
        "[calm, busy] | [calm] | lost the value busy",
        "format: uuid | format: uri | schema Thing.id changed its format",
        "note: {type: string} | note: {type: integer} | schema Thing.note changed its type",
        "items: {type: string} | items: {type: integer} | schema Thing.parts[] changed its type",
        "required: [id] | required: [] | schema Thing.id may be absent now",
        "required: [name] | required: [name, note] | schema NewThing.note became required",
        "required: [name] | required: [name, more] | schema NewThing.more became required",
        "name: limit, in: query, | name: limit, in: query, required: true, | the new parameter"
            + " limit",
        "name: limit | name: count | lost the parameter limit",
        "schema: {type: integer, maximum: 100} | schema: {type: string} | parameter limit changed"
            + " its type",
        "maximum: 100 | maximum: 50 | parameter limit changed its maximum",
        "maxLength: 64 | maxLength: 32 | schema NewThing.name changed its maxLength",
        "{content: {app | {required: true, content: {app | POST /v1/things needs a body now",
        "'201' | '202' | answers 201 no more",
        "application/json: {schema: {$ref: '#/components/schemas/Thing'}} "
            + "| text/plain: {schema: {type: string}} | answers application/json no more",
        "schemas/NewThing'} | schemas/Thing'} | schema NewThing.name was removed",
        "schemas/NewThing'} | schemas/Thing'} | schema NewThing.id became required",
        "name: tag, in: query, required: true, schema: {type: string} "
            + "| name: tag, in: query, schema: {type: array, items: {type: string}} "
            + "| parameter tag changed its type"
      },
      quoteCharacter = '`')
  void whatClientsRelyOnStays(String from, String to, String named) throws IOException {
    String after = BEFORE.replaceFirst(Pattern.quote(from), "@");
    assertThat(after).isNotEqualTo(BEFORE);
    JsonNode changed = yaml(after.replace("@", to));
    assertThat(BreakingChanges.between(yaml(BEFORE), changed))
        .anySatisfy(change -> assertThat(change).contains(named));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[calm, busy] | [calm, busy, sad] | a value",
        "required: [id] | required: [id, note] | a promise",
        "required: [name] | required: [] | less to give",
        "maximum: 100 | maximum: 200 | a wider range",
        "required: true, | | less to give",
        "'304': {description: same} | '304': {description: other} | words",
        "name: tag, in: query, required: true, schema: {type: string} "
            + "| name: tag, in: query, style: form, explode: false, "
            + "schema: {type: array, items: {type: string}} | a text with commas as a list"
      },
      quoteCharacter = '`')
  void additionsAreNoBreak(String from, String to, String what) throws IOException {
    String after = BEFORE.replace(from, to == null ? "" : to);
    assertThat(BreakingChanges.between(yaml(BEFORE), yaml(after))).as(what).isEmpty();
  }

  /** Clients see neither the names of shared schemas nor where a description stands. */
  @Test
  void namesOfComponentsAreNoBreak() throws IOException {
    String after =
        BEFORE
            .replace("schemas/Thing'", "schemas/AnyThing'")
            .replace("    Thing:", "    AnyThing:")
            .replace("{type: string, enum: [calm, busy]}", "{$ref: '#/components/schemas/Mood'}")
            .replace(
                "note: {type: string}\n", "note: {allOf: [{$ref: '#/components/schemas/Note'}]}\n")
            .replace(
                "- {name: limit, in: query, schema: {type: integer, maximum: 100}}",
                "- {$ref: '#/components/parameters/Limit'}")
            .replace("{description: same}", "{$ref: '#/components/responses/Same'}");
    String shared =
        """
            Mood: {type: string, enum: [calm, busy]}
            Note: {type: string}
          responses: {Same: {description: same}}
          parameters:
            Limit: {name: limit, in: query, schema: {type: integer, maximum: 100}}
        """;
    assertThat(BreakingChanges.between(yaml(BEFORE), yaml(after + shared))).isEmpty();
    String narrower =
        shared.replace("maximum: 100", "maximum: 50").replace("[calm, busy]", "[calm]");
    assertThat(BreakingChanges.between(yaml(BEFORE), yaml(after + narrower)))
        .containsExactlyInAnyOrder(
            "GET /v1/things parameter limit changed its maximum",
            "schema Thing.mood lost the value busy");
  }

  @Test
  void nothingChangedIsNothingFound() throws IOException {
    assertThat(BreakingChanges.between(yaml(BEFORE), yaml(BEFORE))).isEmpty();
  }
}
