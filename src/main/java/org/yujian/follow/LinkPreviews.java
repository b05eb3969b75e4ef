package org.yujian.follow;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells programs that look at links from people who open them. */
final class LinkPreviews {

  /** Of messengers, search engines and browsers without a screen; a Cubot is a phone. */
  private static final Pattern AGENTS =
      Pattern.compile(
          "(?<!cu)bot(?![a-z])|crawler|spider|preview|externalhit|^whatsapp|slurp|unfurl"
              + "|linkexpanding|embedly|headlesschrome|url2png|page ?renderer");

  private LinkPreviews() {}

  /** Also what a browser fetches ahead, and whoever does not want the page itself. */
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
