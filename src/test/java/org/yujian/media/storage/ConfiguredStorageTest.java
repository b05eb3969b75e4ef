package org.yujian.media.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredStorageTest {
  private static final String BUCKET = "s3.bucket=b s3.access-key=a s3.secret-key=hidden ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "folder=/srv/media shared=true",
        BUCKET,
        BUCKET + "s3.endpoint=http://127.0.0.1:9000 s3.prefix=yujian/",
        BUCKET + "s3.prefix=a/b.c s3.region=cn-north-1"
      })
  void settingsThatCanBeUsed(String settings) {
    assertThatCode(() -> check(settings)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          s3.endpoint=http://h                | no bucket is named      | BUCKET
          s3.secret-key=hidden                | no bucket is named      | BUCKET
          s3.bucket=b                         | not both keys           | SECRET_KEY
          s3.bucket=b s3.secret-key=hidden    | not both keys           | ACCESS_KEY
          {} folder=/srv/media                | are both set            | YUJIAN_MEDIA_FOLDER
          {} s3.endpoint=h:9000               | not an address like     | ENDPOINT
          {} s3.endpoint=ftp://h              | not an address like     | ENDPOINT
          {} s3.endpoint=http://u:p@h         | not an address like     | ENDPOINT
          {} s3.prefix=/a                     | not a prefix like       | PREFIX
          {} s3.prefix=a//b                   | not a prefix like       | PREFIX
          """)
  void settingsThatCannotBeUsed(String settings, String words, String advice) {
    assertThatThrownBy(() -> check(settings.replace("{}", BUCKET)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageContaining(advice)
        .message()
        .hasLineCount(2)
        .doesNotContain("hidden");
  }

  private static void check(String settings) {
    Map<String, String> properties =
        Arrays.stream(settings.strip().split(" +"))
            .filter(setting -> !setting.isEmpty())
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(pair -> "yujian.media." + pair[0], pair -> pair[1]));
    ConfiguredStorage.check(MediaSettings.media(properties));
  }
}
