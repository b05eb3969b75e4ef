package org.yujian.shared.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yujian.shared.text.Sha256;

/**
 * Style sheets and scripts of the pages. The folder in their address is a hash of them all, so
 * clients can cache them forever and scripts can import each other by relative addresses.
 */
@Named("assets")
@Singleton
public class PageAssets {

  private static final List<String> FILES =
      List.of(
          "page.css",
          "desk/desk.css",
          "desk/desk.js",
          "desk/account.js",
          "desk/article.js",
          "desk/batch.js",
          "desk/chooser.js",
          "desk/comment.js",
          "desk/codes.css",
          "desk/editor.css",
          "desk/editor.js",
          "desk/files.js",
          "desk/import.js",
          "desk/order.js",
          "desk/picture.js",
          "desk/pictures.js",
          "desk/presence.js",
          "desk/print.js",
          "desk/reports.css",
          "desk/settings.js");
  private static final int HASH_DIGITS = 12;

  private final Map<String, String> texts = new TreeMap<>();
  private final String hash;

  PageAssets() {
    StringBuilder all = new StringBuilder();
    for (String file : FILES) {
      String text = read("/pages/" + file);
      texts.put(file, text);
      all.append(Sha256.hex(text));
    }
    hash = Sha256.hex(all.toString()).substring(0, HASH_DIGITS);
  }

  private static String read(String file) {
    try (InputStream in = PageAssets.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Address of a file, which has to be one of these. */
  public String href(String file) {
    if (!texts.containsKey(file)) {
      throw new IllegalArgumentException(file);
    }
    return "/assets/" + hash + "/" + file;
  }

  public Optional<String> text(String file) {
    return Optional.ofNullable(texts.get(file));
  }

  public boolean isCurrent(String asked) {
    return hash.equals(asked);
  }
}
