package org.yujian.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.shared.json.Json;
import org.yujian.shared.settings.Settings;

class AppLinksTest {
  private static final String FINGERPRINT = "0a:".repeat(31) + "FF";

  /** Settings of one text each; lists by commas. */
  private record Given(Map<String, String> values) implements Settings.App {
    private Optional<String> one(String name) {
      return Optional.ofNullable(values.get(name));
    }

    private Optional<List<String>> many(String name) {
      return one(name).map(text -> List.of(text.split(",")));
    }

    @Override
    public Optional<String> link() {
      return one("link");
    }

    @Override
    public Optional<List<String>> iosAppIds() {
      return many("ios-app-ids");
    }

    @Override
    public Optional<String> androidPackage() {
      return one("android-package");
    }

    @Override
    public Optional<List<String>> androidFingerprints() {
      return many("android-fingerprints");
    }

    @Override
    public Optional<String> iosStore() {
      return one("ios-store");
    }

    @Override
    public Optional<String> androidStore() {
      return one("android-store");
    }
  }

  private static AppLinks of(Map<String, String> values) {
    return new AppLinks(new Given(values));
  }

  private static String json(Object value) {
    return Json.mapper().valueToTree(value).toString();
  }

  @Test
  void withoutSettingsThereIsNoApp() {
    AppLinks none = of(Map.of());

    assertThat(none.apple()).isEmpty();
    assertThat(none.android()).isEmpty();
    assertThat(none.offer("abc", false)).isEqualTo(new AppOffer(null, null, null, false));
    assertThat(of(Map.of("android-package", "org.example.app")).android()).isEmpty();
    assertThat(of(Map.of("android-fingerprints", FINGERPRINT)).android()).isEmpty();
  }

  @Test
  void theCodeStandsInTheLink() {
    AppOffer offer = of(Map.of("link", "yujian://follow/{code}?c={code}")).offer("a-_9", true);

    assertThat(offer.link()).isEqualTo("yujian://follow/a-_9?c=a-_9");
    assertThat(offer.weChat()).isTrue();
    assertThat(offer.hasStore()).isFalse();
  }

  @Test
  void applesForm() throws Exception {
    AppLinks app =
        of(Map.of("ios-app-ids", "ABCDE12345.org.example.app,ABCDE12345.org.example.beta"));

    assertThat(Json.mapper().readTree(json(app.apple().orElseThrow())))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"applinks": {"details": [{
                      "appIDs": ["ABCDE12345.org.example.app", "ABCDE12345.org.example.beta"],
                      "components": [{"/": "/f/*"}, {"/": "/a/*"}]}]}}
                    """));
  }

  @Test
  void androidsForm() throws Exception {
    AppLinks app =
        of(Map.of("android-package", "org.example.app", "android-fingerprints", FINGERPRINT));

    assertThat(Json.mapper().readTree(json(app.android().orElseThrow())))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    String.format(
                        Locale.ROOT,
                        """
                        [{"relation": ["delegate_permission/common.handle_all_urls"],
                          "target": {"namespace": "android_app", "package_name": "org.example.app",
                            "sha256_cert_fingerprints": ["%s"]}}]
                        """,
                        FINGERPRINT.toUpperCase(Locale.ROOT))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yujian://follow",
        "javascript:alert('{code}')",
        "JavaScript:alert('{code}')",
        "data:text/html,{code}",
        "/f/{code}",
        "//example.org/{code}",
        "yujian://a b/{code}",
        "{code}",
      })
  void aLinkLeadsIntoAnApp(String link) {
    refused("link", link);
  }

  @ParameterizedTest
  @CsvSource({
    "ios-app-ids, org.example.app",
    "android-package, app",
    "android-fingerprints, 0A0B",
    "ios-store, javascript:x",
    "android-store, /app.apk",
  })
  void otherFormsAreChecked(String name, String value) {
    refused(name, value);
  }

  private static void refused(String name, String value) {
    assertThatThrownBy(() -> of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yujian.app." + name);
  }
}
