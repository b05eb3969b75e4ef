package org.yujian.follow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yujian.shared.settings.Settings;

/**
 * Builds links from web pages into the app, from the settings {@code yujian.app.…}. A setting with
 * a wrong form, such as a link that runs a script, stops the start.
 */
@ApplicationScoped
public class AppLinks {

  private static final String CODE = "{code}";
  private static final Predicate<String> LINK =
      Pattern.compile("(?!(?i:javascript|data|vbscript|blob|file|about):)[a-zA-Z][\\w+.-]*:\\S+")
          .asMatchPredicate()
          .and(link -> link.contains(CODE));
  private static final Predicate<String> IOS_APP =
      Pattern.compile("[A-Z0-9]{10}\\.[A-Za-z0-9.-]+").asMatchPredicate();
  private static final Predicate<String> PACKAGE =
      Pattern.compile("[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)+").asMatchPredicate();
  private static final Predicate<String> FINGERPRINT =
      Pattern.compile("(?:[0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}").asMatchPredicate();
  private static final Predicate<String> STORE =
      Pattern.compile("(?:https?|market|itms-apps)://\\S+").asMatchPredicate();

  /** Paths that the app opens instead of the browser: scanned codes and articles. */
  private static final List<Map<String, String>> PLACES =
      List.of(Map.of("/", "/f/*"), Map.of("/", "/a/*"));

  private static final List<String> RELATION =
      List.of("delegate_permission/common.handle_all_urls");

  private final Settings.App app;

  @Inject
  AppLinks(Settings settings) {
    this(settings.app());
  }

  AppLinks(Settings.App app) {
    check(app);
    this.app = app;
  }

  /**
   * Checks the form of these settings before anything is started.
   *
   * @throws IllegalArgumentException with a message for the operator
   */
  public static void check(Settings.App app) {
    check("link", app.link(), LINK);
    check("ios-store", app.iosStore(), STORE);
    check("android-store", app.androidStore(), STORE);
    check("android-package", app.androidPackage(), PACKAGE);
    for (String id : app.iosAppIds().orElse(List.of())) {
      check("ios-app-ids", Optional.of(id), IOS_APP);
    }
    for (String fingerprint : app.androidFingerprints().orElse(List.of())) {
      check("android-fingerprints", Optional.of(fingerprint), FINGERPRINT);
    }
  }

  private static void check(String name, Optional<String> value, Predicate<String> form) {
    if (value.filter(form.negate()).isPresent()) {
      throw new IllegalArgumentException(
          "yujian.app."
              + name
              + " does not have the required form: "
              + value.get()
              + ".\n"
              + form(name));
    }
  }

  private static String form(String name) {
    return "It must look like "
        + switch (name) {
          case "link" -> "yujian://follow/{code}, with {code} for the code that was scanned.";
          case "ios-app-ids" -> "A1B2C3D4E5.org.example.app: team and bundle.";
          case "android-package" -> "org.example.app.";
          case "android-fingerprints" -> "keytool prints SHA-256: 32 bytes, AB:CD:….";
          default -> "https://example.org/app.";
        };
  }

  /** CDI creates this bean for the event, so a wrong setting stops the start. */
  void onStart(@Observes StartupEvent start) {}

  AppOffer offer(String code, boolean weChat) {
    return new AppOffer(
        app.link().map(link -> link.replace(CODE, code)).orElse(null),
        app.iosStore().orElse(null),
        app.androidStore().orElse(null),
        weChat);
  }

  /** Content of Apple's {@code apple-app-site-association}; empty when no app is configured. */
  Optional<Apple> apple() {
    return app.iosAppIds().map(ids -> new Apple(new Links(List.of(new Detail(ids, PLACES)))));
  }

  /** Content of Android's {@code assetlinks.json}; empty without package and fingerprints. */
  Optional<List<Statement>> android() {
    return app.androidPackage()
        .flatMap(name -> app.androidFingerprints().map(prints -> target(name, prints)))
        .map(target -> List.of(new Statement(RELATION, target)));
  }

  private static Target target(String name, List<String> fingerprints) {
    List<String> upper =
        fingerprints.stream().map(print -> print.toUpperCase(Locale.ROOT)).toList();
    return new Target("android_app", name, upper);
  }

  record Apple(Links applinks) {}

  record Links(List<Detail> details) {}

  record Detail(
      @JsonProperty("appIDs") List<String> appIds, List<Map<String, String>> components) {}

  record Statement(List<String> relation, Target target) {}

  record Target(
      String namespace,
      @JsonProperty("package_name") String packageName,
      @JsonProperty("sha256_cert_fingerprints") List<String> fingerprints) {}
}
