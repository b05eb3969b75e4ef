package org.yujian.media.storage;

import java.util.HashMap;
import java.util.Map;
import org.yujian.shared.settings.Settings;
import org.yujian.testing.MappedSettings;

/** Settings of the storage, as a configuration gives them. */
final class MediaSettings {
  private MediaSettings() {}

  static Settings.S3 s3(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    some.forEach((name, value) -> all.put("yujian.media.s3." + name, value));
    more.forEach((name, value) -> all.put("yujian.media.s3." + name, value));
    return media(all).s3();
  }

  /** From whole names such as {@code yujian.media.folder}. */
  static Settings.Media media(Map<String, String> properties) {
    return MappedSettings.of(properties).media();
  }
}
