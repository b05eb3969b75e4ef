package org.yujian.ops;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.yujian.database.DatabaseRefusal;
import org.yujian.database.StartupFailure;
import org.yujian.media.storage.StorageFailed;

/** Explains a failed start to the operator in two lines, instead of Quarkus' stack traces. */
final class FailureText {
  private static final Pattern CONVERSION =
      Pattern.compile(
          ".*The config property (\\S+) with the config value \"(.*)\" threw an Exception whilst"
              + " being converted (.*)");

  private FailureText() {}

  /** Empty for a bug, which the operator cannot fix and whose stack trace is needed. */
  static Optional<String> of(Throwable failure, Config config) {
    for (Throwable cause : causes(failure)) {
      String text = known(cause, config);
      if (text != null) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static String known(Throwable cause, Config config) {
    if (cause instanceof StartupFailure
        || cause instanceof StorageFailed
        || cause instanceof PreventFurtherStepsException) {
      return cause.getMessage();
    }
    if (cause instanceof QuarkusBindException taken) {
      return new Ports(config).inUse(taken).getMessage();
    }
    if (cause instanceof ConfigValidationException wrong) {
      return of(wrong);
    }
    if (cause instanceof ConfigurationException || isConversion(cause)) {
      return setting(cause.getMessage());
    }
    if (cause instanceof SQLException e) {
      return DatabaseRefusal.text(e);
    }
    if (cause instanceof FileSystemException || cause instanceof UncheckedIOException) {
      return "A file cannot be used: " + oneLine(cause.getMessage());
    }
    return null;
  }

  private static String setting(String message) {
    Matcher conversion = CONVERSION.matcher(oneLine(message));
    return conversion.matches()
        ? conversion.group(1)
            + " cannot be "
            + conversion.group(2)
            + ": "
            + conversion.group(3)
            + ".\n"
            + SettingForms.where(conversion.group(1))
        : "A setting cannot be used: " + oneLine(message);
  }

  static String ofSetting(RuntimeException failure) {
    return causes(failure).stream()
        .filter(ConfigValidationException.class::isInstance)
        .map(cause -> of((ConfigValidationException) cause))
        .findFirst()
        .orElseGet(() -> setting(failure.getMessage()));
  }

  /** Reports the first problem only; the next start reports the next one. */
  private static String of(ConfigValidationException wrong) {
    return setting(wrong.getProblem(0).getMessage());
  }

  private static boolean isConversion(Throwable cause) {
    return cause instanceof IllegalArgumentException
        && CONVERSION.matcher(oneLine(cause.getMessage())).matches();
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable one = failure; one != null && !causes.contains(one); one = one.getCause()) {
      causes.add(one);
    }
    return causes;
  }

  /** Removes the config library's message codes, which mean nothing to an operator. */
  private static String oneLine(String message) {
    return String.valueOf(message).replaceAll("\\b[A-Z]{4,5}\\d{5}: ?", "").replaceAll("\\s+", " ");
  }
}
