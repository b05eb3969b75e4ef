package org.yujian.delivery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells addresses of the public Internet from all others (IANA special-purpose registries). */
final class PublicAddresses {

  /** Everything else in IPv4 is public. */
  private static final List<Range> NOT_PUBLIC_4 =
      List.of(
          Range.of("0.0.0.0", 8),
          Range.of("10.0.0.0", 8),
          Range.of("100.64.0.0", 10),
          Range.of("127.0.0.0", 8),
          Range.of("169.254.0.0", 16),
          Range.of("172.16.0.0", 12),
          Range.of("192.0.0.0", 24),
          Range.of("192.0.2.0", 24),
          Range.of("192.88.99.0", 24),
          Range.of("192.168.0.0", 16),
          Range.of("198.18.0.0", 15),
          Range.of("198.51.100.0", 24),
          Range.of("203.0.113.0", 24),
          // Multicast, reserved and broadcast.
          Range.of("224.0.0.0", 3));

  /**
   * Only global unicast is public. Outside of it are loopback, local and multicast addresses, and
   * IPv4 addresses in other forms: mapped, compatible, NAT64.
   */
  private static final Range GLOBAL_6 = Range.of("2000::", 3);

  /** Within {@link #GLOBAL_6}: special purposes with Teredo, documentation, 6to4, documentation. */
  private static final List<Range> NOT_PUBLIC_6 =
      List.of(
          Range.of("2001::", 23),
          Range.of("2001:db8::", 32),
          Range.of("2002::", 16),
          Range.of("3fff::", 20));

  private PublicAddresses() {}

  private record Range(byte[] start, int bits) {

    static Range of(String start, int bits) {
      try {
        return new Range(InetAddress.getByName(start).getAddress(), bits);
      } catch (UnknownHostException literal) {
        throw new IllegalStateException(literal);
      }
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % Byte.SIZE;
        if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** Java gives mapped IPv4 addresses ({@code ::ffff:…}) as {@link Inet4Address}. */
  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? NOT_PUBLIC_4.stream().noneMatch(range -> range.contains(bytes))
        : GLOBAL_6.contains(bytes)
            && NOT_PUBLIC_6.stream().noneMatch(range -> range.contains(bytes));
  }
}
