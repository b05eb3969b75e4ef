import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON for .ci/run: prints what the JSON pointers (RFC 6901) given as arguments find in
 * standard input, one a line; nothing where there is nothing. Needs Jackson on the class path, which
 * the package brings, so that the script needs no tool of its own.
 */
class Json {
  public static void main(String[] pointers) throws Exception {
    JsonNode document = new ObjectMapper().readTree(System.in);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String pointer : pointers) {
      JsonNode value = document.at(pointer);
      out.println(value.isValueNode() || value.isMissingNode() ? value.asText() : value.toString());
    }
  }
}
