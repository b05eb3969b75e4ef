package org.yujian.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, , 192.0.2.1",
    "2001:db8:1:2::5, , 20010db800010002",
    "2001:db8:1:2:3:4:5:6, , 20010db800010002",
    ", [2001:db8:1:2::7], 20010db800010002",
    ", _hidden, _hidden",
    ", , null"
  })
  void oneTextForEachCustomer(String address, String name, String expected) {
    assertThat(ClientAddress.of(address, name)).isEqualTo(expected);
  }

  @Test
  void aLongNameIsCut() {
    assertThat(ClientAddress.of(null, "x".repeat(5_000))).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, true", "127.1.2.3, true", "::1, true", "128.0.0.1, false"})
  void thisMachine(String address, boolean loopback) {
    assertThat(ClientAddress.isLoopback(ClientAddress.of(address, null))).isEqualTo(loopback);
  }
}
