package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Whatever a page of the desk can do, an integrator can do: each form and each request of a script
 * is an operation of the contract.
 */
class DeskFormsTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path SCRIPTS = Path.of("src/main/resources/pages/desk");

  /** Forms that the server handles itself: they make and end the session of a browser. */
  private static final Set<String> OF_SESSIONS = Set.of("/desk/sign-in", "/desk/sign-out");

  /** A request in a script: {@code api('PATCH', `/v1/desk/…`}. */
  private static final Pattern CALL = Pattern.compile("api\\(\\s*'(\\w+)',\\s*[`'](/[^`'?]*)[`'?]");

  /** Any address of the API in a script, whatever is done with it. */
  private static final Pattern ADDRESS = Pattern.compile("[`'](/v1/[^`'?]*)[`'?]");

  private final Set<String> operations = operations();

  @Test
  void everyFormIsAnOperationOfTheContract() {
    List<String> found = new ArrayList<>();
    for (Path template : files(TEMPLATES, ".html")) {
      for (Element form : Jsoup.parse(text(template)).select("form[data-api]")) {
        String method = form.hasAttr("data-method") ? form.attr("data-method") : "POST";
        requireOperation(method, form.attr("action"), template);
        found.add(form.attr("action"));
        for (Element button : form.select("[data-action]")) {
          String other = button.hasAttr("data-method") ? button.attr("data-method") : method;
          requireOperation(other, button.attr("data-action"), template);
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(8);
  }

  @Test
  void otherFormsThatChangeSomethingAreOfSessions() {
    for (Path template : files(TEMPLATES, ".html")) {
      if (!text(template).contains("{#include desk}") && !template.endsWith("desk.html")) {
        continue;
      }
      for (Element form : Jsoup.parse(text(template)).select("form[method=post]:not([data-api])")) {
        assertThat(OF_SESSIONS).as(template.toString()).contains(form.attr("action"));
      }
    }
  }

  @Test
  void everyRequestOfAScriptIsAnOperationOfTheContract() {
    int found = 0;
    for (Path script : files(SCRIPTS, ".js")) {
      String text = text(script);
      Matcher call = CALL.matcher(text);
      while (call.find()) {
        requireOperation(call.group(1), call.group(2), script);
        found++;
      }
      Matcher address = ADDRESS.matcher(text);
      while (address.find()) {
        assertThat(paths()).as(script.toString()).contains(plain(address.group(1)));
      }
    }
    assertThat(found).isGreaterThan(1);
  }

  private Set<String> paths() {
    return operations.stream().map(one -> one.split(" ")[1]).collect(Collectors.toSet());
  }

  /** {@code {view.edition.id}} of Qute and <code>${id}</code> of a script stand for a parameter. */
  private static String plain(String path) {
    return path.replaceAll("\\$?\\{[^}]*\\}", "{}");
  }

  private void requireOperation(String method, String path, Path where) {
    String plain = plain(path);
    if (!operations.contains(method + " " + plain)) {
      fail("%s sends %s %s, which the contract does not have", where, method, plain);
    }
  }

  private static Set<String> operations() {
    Set<String> all = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> all.add(method.toUpperCase(Locale.ROOT) + " " + plain(path.getKey())));
    }
    return all;
  }

  private static JsonNode document() {
    try {
      return new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
