package org.yujian.follow;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.regex.Pattern;

/** Distinguishes programs that fetch links for previews from people who open them. */
final class LinkPreviews {

  /** Messengers, search engines and headless browsers. Cubot is a brand of phones, not a bot. */
  private static final Pattern AGENTS =
      Pattern.compile(
          "(?<!cu)bot(?![a-z])|crawler|spider|preview|externalhit|^whatsapp|slurp|unfurl"
              + "|linkexpanding|embedly|headlesschrome|url2png|page ?renderer");

  private LinkPreviews() {}

  /** Whether a HEAD, a link preview or a browser's prefetch sent the request. */
  static boolean is(String method, MultivaluedMap<String, String> headers) {
    return method.equals("HEAD")
        || names(headers, "Sec-Purpose", "prefetch")
        || names(headers, "Purpose", "prefetch")
        || names(headers, "X-Purpose", "preview")
        || names(headers, "X-Moz", "prefetch")
        || AGENTS.matcher(lower(headers.getFirst("User-Agent"))).find();
  }

  private static boolean names(
      MultivaluedMap<String, String> headers, String header, String purpose) {
    return lower(headers.getFirst(header)).contains(purpose);
  }

  private static String lower(String header) {
    return header == null ? "" : header.toLowerCase(Locale.ROOT);
  }
}
