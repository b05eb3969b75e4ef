package org.yujian.ops;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfig;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yujian.database.StartupFailure;
import org.yujian.shared.settings.Settings;

/** Checks the type and range of each setting, and describes the expected form. */
final class SettingForms {
  private static final Map<Class<?>, String> FORMS =
      Map.of(
          Duration.class, "a duration such as PT30S, 30s or P180D",
          int.class, "a whole number",
          boolean.class, "true or false",
          LocalTime.class, "a time of day such as 03:30",
          ZoneId.class, "a time zone such as Asia/Shanghai",
          MemorySize.class, "a size such as 64M",
          Path.class, "the path of a folder");
  private static final Set<String> FLAGS =
      Set.of("true", "false", "yes", "no", "y", "n", "on", "off", "1", "0");
  private static final Map<String, Class<?>> QUARKUS =
      Map.of("quarkus.http.port", int.class, "quarkus.management.port", int.class);

  private static final String OWN = "yujian.";

  private final SmallRyeConfig config;

  SettingForms(SmallRyeConfig config) {
    this.config = config;
  }

  void check() {
    Map<String, Class<?>> all = new LinkedHashMap<>(QUARKUS);
    collect(OWN, Settings.class, all);
    all.forEach(this::check);
  }

  private static void collect(String prefix, Class<?> group, Map<String, Class<?>> all) {
    for (Method setting : group.getMethods()) {
      Class<?> type = setting.getReturnType();
      String name = prefix + kebab(setting.getName());
      if (FORMS.containsKey(type)) {
        all.put(name, type);
      } else if (type.getPackage() == Settings.class.getPackage()) {
        collect(name + ".", type, all);
      }
    }
  }

  private void check(String name, Class<?> type) {
    String text = config.getOptionalValue(name, String.class).orElse(null);
    if (text == null) {
      return;
    }
    boolean readable = type != boolean.class || FLAGS.contains(text.toLowerCase(Locale.ROOT));
    try {
      config.getOptionalValue(name, type);
    } catch (RuntimeException e) {
      // Converters throw anything, such as IllegalArgumentException or DateTimeException.
      readable = false;
    }
    if (!readable) {
      throw wrong(name, FORMS.get(type), text);
    }
    if (type == int.class && name.startsWith(OWN) && config.getValue(name, int.class) < 0) {
      throw wrong(name, "a whole number, 0 or greater", text);
    }
  }

  static StartupFailure wrong(String name, String form, String value) {
    return new StartupFailure(
        name + " must be " + form + ", but is: " + value + ".\n" + where(name));
  }

  static String where(String name) {
    return "Set the environment variable " + environment(name) + " or -D" + name + "=VALUE.";
  }

  static String environment(String name) {
    return name.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static String kebab(String method) {
    return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
