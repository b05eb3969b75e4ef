package org.yujian.shared.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.yujian.shared.text.Sha256;

/**
 * The bytes of a response, plain and compressed, each with a hash of these bytes as strong ETag.
 * Immutable; may be cached and shared between threads.
 */
public final class Representation {
  private static final int WORTH_COMPRESSING = 1_024;
  private static final int HASH_BYTES = 16;

  private final byte[] plain;
  private final String plainTag;
  private final boolean compressible;

  /** Volatile: event loops read this field and must not wait for a thread that compresses. */
  private volatile Compressed compressed;

  private record Compressed(byte[] bytes, String tag) {}

  /** The content type decides whether compression is useful: images are compressed already. */
  public Representation(byte[] plain, String contentType) {
    this.plain = plain;
    this.plainTag = tag(plain);
    this.compressible = plain.length >= WORTH_COMPRESSING && isText(contentType);
  }

  public byte[] plain() {
    return plain;
  }

  public String plainTag() {
    return plainTag;
  }

  /** Whether a compressed form exists; otherwise only the plain methods may be used. */
  public boolean compressible() {
    return compressible;
  }

  /** Whether {@link #gzip} returns at once, because the work is done or not needed. */
  public boolean compressed() {
    return !compressible || compressed != null;
  }

  public byte[] gzip() {
    return compress().bytes;
  }

  public String gzipTag() {
    return compress().tag;
  }

  private Compressed compress() {
    Compressed made = compressed;
    return made == null ? compressOnce() : made;
  }

  private synchronized Compressed compressOnce() {
    if (compressed == null) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
      try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
        zip.write(plain);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      byte[] bytes = out.toByteArray();
      compressed = new Compressed(bytes, tag(bytes));
    }
    return compressed;
  }

  private static boolean isText(String contentType) {
    return contentType.startsWith("text/")
        || contentType.contains("json")
        || contentType.contains("yaml")
        || contentType.contains("xml");
  }

  private static String tag(byte[] bytes) {
    byte[] hash = Arrays.copyOf(Sha256.of(bytes), HASH_BYTES);
    return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
  }
}
