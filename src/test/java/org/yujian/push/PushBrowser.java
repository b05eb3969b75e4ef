package org.yujian.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.yujian.shared.text.Base64Url;

/**
 * The receiving side of RFC 8291 with the JDK alone: the keys of a browser, and how it reads what
 * arrives.
 */
final class PushBrowser {
  private static final int COORDINATE = 32;
  private static final int SALT = 16;
  private static final int KEY = 65;

  private final ECPrivateKey key;
  private final byte[] point;
  private final byte[] auth;

  PushBrowser() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    key = (ECPrivateKey) pair.getPrivate();
    point = point(((ECPublicKey) pair.getPublic()).getW());
    auth = new byte[SALT];
    new SecureRandom().nextBytes(auth);
  }

  /** A browser with known keys. */
  PushBrowser(String secret, String point, String auth) throws GeneralSecurityException {
    this.key =
        (ECPrivateKey)
            KeyFactory.getInstance("EC")
                .generatePrivate(
                    new ECPrivateKeySpec(
                        new BigInteger(1, Base64Url.decode(secret)), new PushBrowser().params()));
    this.point = Base64Url.decode(point);
    this.auth = Base64Url.decode(auth);
  }

  private ECParameterSpec params() {
    return key.getParams();
  }

  String p256dh() {
    return Base64Url.encode(point);
  }

  String auth() {
    return Base64Url.encode(auth);
  }

  PushAddress address(String endpoint) {
    return new PushAddress(endpoint, point, auth);
  }

  /** The public key of an uncompressed point. */
  static ECPublicKey key(byte[] point) throws GeneralSecurityException {
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, KEY));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), new PushBrowser().params()));
  }

  private static byte[] point(ECPoint point) {
    ByteBuffer bytes = ByteBuffer.allocate(KEY).put((byte) 4);
    for (BigInteger number : new BigInteger[] {point.getAffineX(), point.getAffineY()}) {
      byte[] some = number.toByteArray();
      byte[] padded = new byte[COORDINATE];
      int length = Math.min(some.length, COORDINATE);
      System.arraycopy(some, some.length - length, padded, COORDINATE - length, length);
      bytes.put(padded);
    }
    return bytes.array();
  }

  /** Reads a body in {@code aes128gcm} (RFC 8188) of one record. */
  String decrypt(byte[] body) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] salt = take(in, SALT);
    int recordSize = in.getInt();
    byte[] sender = take(in, in.get());
    byte[] record = take(in, in.remaining());
    if (record.length > recordSize) {
      throw new GeneralSecurityException("more than one record");
    }
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(key);
    agreement.doPhase(key(sender), true);
    byte[] shared = hmac(auth, agreement.generateSecret());
    byte[] input = hmac(shared, info("WebPush: info", point, sender));
    byte[] random = hmac(salt, input);
    byte[] secret = Arrays.copyOf(hmac(random, info("Content-Encoding: aes128gcm")), 16);
    byte[] nonce = Arrays.copyOf(hmac(random, info("Content-Encoding: nonce")), 12);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(128, nonce));
    byte[] padded = cipher.doFinal(record);
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new GeneralSecurityException("not the last record");
    }
    return new String(padded, 0, end, UTF_8);
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] some = new byte[length];
    in.get(some);
    return some;
  }

  /** The info of HKDF with the number of its only block. */
  private static byte[] info(String name, byte[]... more) {
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    info.writeBytes(name.getBytes(US_ASCII));
    info.write(0);
    for (byte[] some : more) {
      info.writeBytes(some);
    }
    info.write(1);
    return info.toByteArray();
  }

  private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(content);
  }
}
