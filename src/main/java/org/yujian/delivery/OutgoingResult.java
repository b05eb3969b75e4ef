package org.yujian.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What became of a request: a response, or the reason why there is none.
 *
 * @param status 0 without a complete response
 * @param headers names in lower case; of repeated headers the first
 * @param body at most the first {@link OutgoingHttp#BODY_BYTES} bytes
 * @param failure null with a response; otherwise {@code url}, {@code dns}, {@code address-refused},
 *     {@code connect}, {@code tls}, {@code timeout}, {@code closed}, {@code too-large} (its head)
 *     or {@code protocol}
 * @param text failure in English, for people
 */
public record OutgoingResult(
    int status, Map<String, String> headers, byte[] body, String failure, String text) {

  public static OutgoingResult failed(String failure, String text) {
    return new OutgoingResult(0, Map.of(), new byte[0], failure, text);
  }

  /** Whether the status is 2xx. */
  public boolean ok() {
    return status / 100 == 2;
  }

  /** The start of the body as text; bytes that are not UTF-8 are replaced. */
  public String head(int bytes) {
    return new String(body, 0, Math.min(bytes, body.length), StandardCharsets.UTF_8);
  }
}
