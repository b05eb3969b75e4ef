package org.yujian.shared.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts for users in one language, from a properties file in UTF-8; {@code {0}} is an argument. */
public final class Texts {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final Properties texts = new Properties();
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  public Texts(String file) {
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Set<String> keys() {
    return texts.stringPropertyNames();
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** The text with its arguments, inserted literally: digits are not grouped. */
  public String text(String key, List<?> arguments) {
    return PLACE
        .matcher(texts.getProperty(key, key))
        .replaceAll(
            place -> {
              int index = Integer.parseInt(place.group(1));
              Object value = index < arguments.size() ? arguments.get(index) : "";
              return Matcher.quoteReplacement(String.valueOf(value));
            });
  }

  /** Inverse of {@link #text}: finds the arguments, empty when the text does not fit. */
  public Optional<List<String>> arguments(String key, String text) {
    Matcher matcher = patterns.computeIfAbsent(key, this::pattern).matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < matcher.groupCount(); i++) {
      arguments.add(matcher.group("a" + i));
    }
    return Optional.of(arguments);
  }

  private Pattern pattern(String key) {
    StringBuilder pattern = new StringBuilder();
    String text = texts.getProperty(key, key);
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(text.substring(from, place.start())));
      pattern.append("(?<a").append(place.group(1)).append(">.*?)");
      from = place.end();
    }
    return Pattern.compile(pattern + Pattern.quote(text.substring(from)), Pattern.DOTALL);
  }
}
