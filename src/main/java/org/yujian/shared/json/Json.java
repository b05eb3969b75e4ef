package org.yujian.shared.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;

/** The JSON rules, for Quarkus' mapper and for {@link #mapper}, used outside of requests. */
public final class Json {
  /** Deeper than any document of the API, but safe for every thread's stack. */
  static final int MAX_DEPTH = 64;

  private static final ObjectMapper MAPPER = configure(new JsonMapper());

  private Json() {}

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** Serializes a value of the application; a failure is a bug. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  /** The bytes that a response has for the value; characters beyond U+FFFF are escaped in them. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  /**
   * Reads a value that {@link #text} wrote; null for null.
   *
   * @throws IllegalStateException when the text does not fit the type, which is a bug
   */
  public static <T> T value(String text, Class<T> type) {
    try {
      return text == null ? null : MAPPER.readValue(text, type);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  // On an existing mapper, features of the builder API have only deprecated setters.
  @SuppressWarnings("deprecation")
  static ObjectMapper configure(ObjectMapper mapper) {
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(100)
                .maxNameLength(1_000)
                .build());
    mapper.registerModule(new JavaTimeModule());
    mapper.registerModule(
        new SimpleModule("yujian")
            .addSerializer(Instant.class, new InstantJson.Writer())
            .addDeserializer(Instant.class, new InstantJson.Reader())
            .addDeserializer(String.class, new StorableText()));
    mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    refuseCoercions(mapper);
    return mapper;
  }

  /** {@code "true"} is not a boolean, {@code 5} is not a text and {@code ""} is not a list. */
  private static void refuseCoercions(ObjectMapper mapper) {
    for (CoercionInputShape shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    for (LogicalType type :
        List.of(LogicalType.Collection, LogicalType.Map, LogicalType.POJO, LogicalType.Enum)) {
      mapper
          .coercionConfigFor(type)
          .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    }
  }
}
