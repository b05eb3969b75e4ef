package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples as committed: compared with what the program answers, or written anew. */
final class ExampleFiles {
  private static final Path FOLDER = Path.of("src", "main", "resources", "openapi-examples");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** What differs from run to run. */
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
  private static final Pattern DATE = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\d\"");
  private static final Pattern KEY = Pattern.compile("key:yj_[\\w-]{8}");
  private static final Pattern CURSOR = Pattern.compile("\"(next|prev|token)\" : \"[\\w-]+\"");
  private static final Pattern PICTURE = Pattern.compile("\\?v=[\\w-]+");

  private static final Pattern CODE = Pattern.compile("(\"code\" : \"|/f/)[\\w-]{22}");

  /** Depends on ids. */
  private static final Pattern CONTENT = Pattern.compile("\"contentSha256\" : \"[0-9a-f]{64}\"");

  private static final Pattern PREVIEW = Pattern.compile("/preview/[\\w-]+");

  private final List<String> differences = new ArrayList<>();

  void answer(String operation, JsonNode json) {
    keep(operation + ".json", json);
  }

  void request(String operation, Map<String, Object> body) {
    keep(operation + ".request.json", new TreeMap<>(body));
  }

  List<String> differences() {
    return differences;
  }

  private void keep(String name, Object content) {
    try {
      String now = JSON.writeValueAsString(content) + "\n";
      Path file = FOLDER.resolve(name);
      if (ContractTest.mayUpdate()) {
        boolean same = Files.exists(file) && plain(Files.readString(file)).equals(plain(now));
        if (!same) {
          Files.createDirectories(FOLDER);
          Files.writeString(file, now);
        }
      } else if (!Files.exists(file)) {
        differences.add(name + " is missing");
      } else if (!plain(Files.readString(file)).equals(plain(now))) {
        differences.add(name + " differs from the answer:\n" + now);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids by the order of their appearance, times and the like by name only. */
  private static String plain(String json) {
    Map<String, Integer> ids = new HashMap<>();
    StringBuilder plain = new StringBuilder();
    Matcher id = ID.matcher(json);
    while (id.find()) {
      int number = ids.computeIfAbsent(id.group(), found -> ids.size() + 1);
      id.appendReplacement(plain, "id-" + number);
    }
    id.appendTail(plain);
    String text = TIME.matcher(plain).replaceAll("time");
    text = DATE.matcher(text).replaceAll("\"date\"");
    text = KEY.matcher(text).replaceAll("key");
    text = CODE.matcher(text).replaceAll("$1code");
    text = CONTENT.matcher(text).replaceAll("\"contentSha256\" : \"hash\"");
    text = PREVIEW.matcher(text).replaceAll("/preview/token");
    text = CURSOR.matcher(text).replaceAll("\"$1\" : \"cursor\"");
    return PICTURE.matcher(text).replaceAll("?v=picture");
  }
}
