package org.yujian.shared.problem;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds the problem document that is sent when rendering a problem fails. Its bytes are made at
 * class loading, so that no texts, templates or JSON writer are needed.
 */
final class LastResort {
  private static final byte[] HEAD =
      bytes(
          "{\"type\":\"/problems/internal-error\",\"title\":\"Internal error\",\"status\":500,"
              + "\"detail\":\"The server failed, and failed again while it described why.\","
              + "\"code\":\"internal-error\",\"requestId\":\"");
  private static final byte[] TAIL = bytes("\"}");
  private static final String NO_ID = "unknown";

  private LastResort() {}

  /**
   * @param requestId see {@link RequestId}, or null
   */
  static RenderedProblem of(String requestId) {
    String id = RequestId.isSafe(requestId) ? requestId : NO_ID;
    byte[] name = bytes(id);
    byte[] body = Arrays.copyOf(HEAD, HEAD.length + name.length + TAIL.length);
    System.arraycopy(name, 0, body, HEAD.length, name.length);
    System.arraycopy(TAIL, 0, body, HEAD.length + name.length, TAIL.length);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", ProblemRenderer.MEDIA_TYPE);
    headers.put("Content-Language", "en");
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(RequestId.HEADER, id);
    return new RenderedProblem(500, headers, body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
