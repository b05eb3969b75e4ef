package org.yujian.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.Folders;

/** The test vectors and the code of docs/api/webhooks.md agree with what the program signs. */
class VerificationGuideTest {
  private static final String GUIDE = read();
  private static final String BODY = "{\"type\":\"webhook.test\",\"data\":{\"text\":\"豫见\"}}";
  private static final String ID = "01a23025-e361-712f-8c98-7f420eadfc30";

  private final long now = Clock.systemUTC().instant().getEpochSecond();

  private static String read() {
    try {
      return Files.readString(Path.of("docs", "api", "webhooks.md"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String found(String pattern) {
    Matcher match = Pattern.compile(pattern, Pattern.DOTALL).matcher(GUIDE);
    assertThat(match.find()).as(pattern).isTrue();
    return match.group(1);
  }

  private static String code(String language) {
    return found("```" + language + "\n(.*?)```");
  }

  @Test
  void testVectors() {
    String body = found("without a line break at its end:\n\n```json\n(.*?)\n```");
    String id = found("\\| `webhook-id` \\| `(.*?)` \\|");
    long seconds = Long.parseLong(found("\\| `webhook-timestamp` \\| `(.*?)` \\|"));
    byte[] secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) i;
    }
    WebhookSecret hmac = new WebhookSecret("hmac-sha256", secret);
    assertThat(hmac.shown()).isEqualTo(found("\\| secret \\| `(.*?)` \\|"));
    assertThat(hmac.sign(id, seconds, body)).isEqualTo(found("signature \\| `(v1,.*?)` \\|"));
    String shown = found("\\| public key \\| `(.*?)` \\|");
    byte[] pair = Arrays.copyOf(secret, 64);
    System.arraycopy(Base64.getDecoder().decode(shown.substring(5)), 0, pair, 32, 32);
    WebhookSecret ed25519 = new WebhookSecret("ed25519", pair);
    assertThat(ed25519.shown()).isEqualTo(shown);
    assertThat(ed25519.sign(id, seconds, body)).isEqualTo(found("signature \\| `(v1a,.*?)` \\|"));
  }

  /** Verifies a message, in some language. */
  private interface Verifier {
    boolean verify(String timestamp, String signatures, String body, String key) throws Exception;
  }

  private void verifies(WebhookSecret secret, Verifier verifier) throws Exception {
    String right = secret.sign(ID, now, BODY);
    String other = WebhookSecret.random(secret.algorithm()).sign(ID, now, BODY);
    String key = secret.shown();
    assertThat(verifier.verify("" + now, right, BODY, key)).isTrue();
    assertThat(verifier.verify("" + now, other + " " + right, BODY, key)).isTrue();
    assertThat(verifier.verify("" + now, other, BODY, key)).isFalse();
    assertThat(verifier.verify("" + now, right, BODY.replace("豫见", "豫"), key)).isFalse();
    long old = now - 400;
    assertThat(verifier.verify("" + old, secret.sign(ID, old, BODY), BODY, key)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmac-sha256", "ed25519"})
  void java(String algorithm) throws Exception {
    Path folder = Folders.empty("webhook-java");
    Files.createDirectories(folder);
    Path source = folder.resolve("Receiver.java");
    Files.writeString(
        source,
        "import java.nio.charset.StandardCharsets; import java.security.*; import java.util.*;"
            + " import java.security.spec.X509EncodedKeySpec; import javax.crypto.Mac;"
            + " import javax.crypto.spec.SecretKeySpec;\npublic class Receiver { public "
            + code("java")
            + "}");
    int compiled =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", source.toString());
    assertThat(compiled).isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      var verify =
          loader
              .loadClass("Receiver")
              .getMethod(
                  "verify", String.class, String.class, String.class, byte[].class, String.class);
      verifies(
          WebhookSecret.random(algorithm),
          (timestamp, signatures, body, key) ->
              (Boolean) verify.invoke(null, ID, timestamp, signatures, body.getBytes(UTF_8), key));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmac-sha256", "ed25519"})
  void node(String algorithm) throws Exception {
    String types = ": (string|boolean)\\b";
    String script =
        code("typescript").replaceAll(types, "")
            + "const [id, timestamp, signatures, body, key] = process.argv.slice(2);\n"
            + "console.log(verify(id, timestamp, signatures,"
            + " Buffer.from(body, 'base64').toString('utf8'), key));\n";
    program("node", "receiver.mjs", script, WebhookSecret.random(algorithm));
  }

  @Test
  void python() throws Exception {
    String script =
        code("python")
            + "import sys\nid, timestamp, signatures, body, key = sys.argv[1:]\n"
            + "print(verify(id, timestamp, signatures, base64.b64decode(body), key))\n";
    program("python3", "receiver.py", script, WebhookSecret.random("hmac-sha256"));
  }

  private static void program(String name, String file, String script, WebhookSecret secret)
      throws Exception {
    assumeThat(runs(name)).as(name + " is not installed").isTrue();
    Path path = Folders.empty("webhook-" + name).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, script);
    new VerificationGuideTest()
        .verifies(
            secret,
            (timestamp, signatures, body, key) ->
                output(name, path.toString(), ID, timestamp, signatures, base64(body), key)
                    .toLowerCase(Locale.ROOT)
                    .strip()
                    .equals("true"));
  }

  /** Without a UTF-8 locale Java cannot pass Chinese as an argument. */
  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static boolean runs(String name) throws InterruptedException {
    try {
      return new ProcessBuilder(name, "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static String output(String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
