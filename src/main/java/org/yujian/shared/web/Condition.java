package org.yujian.shared.web;

import java.util.List;

/**
 * What a conditional GET of a {@link Representation} is answered with (RFC 9110, 13.1.2): which
 * coding, under which tag, and whether the client has it already.
 *
 * @param tag of the coding, or the one that the client named
 * @param gzip whether the compressed form is chosen
 * @param known answered with 304, without a body
 */
public record Condition(String tag, boolean gzip, boolean known) {

  /** The header that decides between codings. */
  public static final String VARY = "Accept-Encoding";

  /**
   * @param acceptEncoding the header's values; null or empty when it was not sent
   * @param ifNoneMatch the header's values; null or empty when it was not sent
   */
  public static Condition of(
      Representation body, List<String> acceptEncoding, List<String> ifNoneMatch) {
    boolean gzip = body.compressible() && Negotiation.wantsGzip(acceptEncoding);
    String tag = gzip ? body.gzipTag() : body.plainTag();
    String known = known(body, ifNoneMatch, tag);
    return new Condition(known == null ? tag : known, gzip, known != null);
  }

  /** Whether {@link #of} would have to compress the body first; parameters as there. */
  public static boolean compresses(
      Representation body, List<String> acceptEncoding, List<String> ifNoneMatch) {
    boolean other =
        ifNoneMatch != null
            && !ifNoneMatch.isEmpty()
            && Negotiation.matching(ifNoneMatch, body.plainTag()) == null;
    return !body.compressed() && (other || Negotiation.wantsGzip(acceptEncoding));
  }

  /** The bytes of the chosen coding. */
  public byte[] bytes(Representation body) {
    return gzip ? body.gzip() : body.plain();
  }

  /** Either coding's tag is good: the content is the same. Who names none costs no compressing. */
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
