package org.yujian.shared.web;

import java.util.List;

/**
 * Decides how to respond to a conditional GET of a {@link Representation} (RFC 9110, 13.1.2): which
 * coding, which ETag, and whether the client has the response already.
 *
 * @param tag ETag of the coding, or the one that the client named
 * @param gzip whether the compressed form is chosen
 * @param known whether the response is 304, without a body
 */
public record Condition(String tag, boolean gzip, boolean known) {

  public static final String VARY = "Accept-Encoding";

  public static Condition of(
      Representation body, List<String> acceptEncoding, List<String> ifNoneMatch) {
    boolean gzip = body.compressible() && Negotiation.wantsGzip(acceptEncoding);
    String tag = gzip ? body.gzipTag() : body.plainTag();
    String known = known(body, ifNoneMatch, tag);
    return new Condition(known == null ? tag : known, gzip, known != null);
  }

  /** Whether {@link #of} would have to compress the body first; header values may be null. */
  public static boolean compresses(
      Representation body, List<String> acceptEncoding, List<String> ifNoneMatch) {
    boolean other =
        ifNoneMatch != null
            && !ifNoneMatch.isEmpty()
            && Negotiation.matching(ifNoneMatch, body.plainTag()) == null;
    return !body.compressed() && (other || Negotiation.wantsGzip(acceptEncoding));
  }

  public byte[] bytes(Representation body) {
    return gzip ? body.gzip() : body.plain();
  }

  /** The ETag that the client has, or null. The content of both codings is the same. */
  private static String known(Representation body, List<String> ifNoneMatch, String tag) {
    if (ifNoneMatch == null || ifNoneMatch.isEmpty()) {
      return null;
    }
    String plain = Negotiation.matching(ifNoneMatch, tag, body.plainTag());
    return plain == null && body.compressible()
        ? Negotiation.matching(ifNoneMatch, body.gzipTag())
        : plain;
  }
}
