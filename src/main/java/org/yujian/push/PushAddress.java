package org.yujian.push;

/**
 * Where a browser receives notifications.
 *
 * @param endpoint address at the push service; whoever knows it may try to send
 * @param p256dh public key of the browser, an uncompressed point of P-256 (RFC 8291)
 * @param auth secret that only the browser and this server know
 */
record PushAddress(String endpoint, byte[] p256dh, byte[] auth) {

  /** Omits the keys, because this text may reach a log. */
  @Override
  public String toString() {
    return "PushAddress[" + endpoint + "]";
  }
}
