package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Parameters that the operator left out of the JDBC URL. */
class ConnectionDefaultsTest {
  private static final String ONE = "jdbc:postgresql://db:5432/yujian";
  private static final String TWO = "jdbc:postgresql://a:5432,[::1]:5433/yujian";

  private static Properties complete(String url) {
    return ConnectionDefaults.complete(url, new Properties());
  }

  @Test
  void oneHostHasGenerousLimits() {
    assertThat(complete(ONE))
        .containsExactlyInAnyOrderEntriesOf(Map.of("connectTimeout", "2", "socketTimeout", "30"));
    assertThat(complete("jdbc:postgresql:yujian")).containsEntry("socketTimeout", "30");
  }

  @Test
  void severalHostsAreSearchedForThePrimaryWithShortLimits() {
    assertThat(complete(TWO))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "connectTimeout", "2",
                "socketTimeout", "5",
                "loginTimeout", "15",
                "hostRecheckSeconds", "2",
                "targetServerType", "primary"));
  }

  @Test
  void whatTheOperatorGaveStays() {
    Properties given = new Properties();
    given.setProperty("hostRecheckSeconds", "7");
    String url = TWO + "?targetServerType=any&socketTimeout=3&sslmode=disable";
    assertThat(ConnectionDefaults.complete(url, given))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("connectTimeout", "2", "loginTimeout", "15", "hostRecheckSeconds", "7"));
    assertThat(ConnectionDefaults.given(url, "socketTimeout")).isEqualTo("3");
  }

  @Test
  void aUrlOfAnotherDatabaseIsLeftAlone() {
    assertThat(complete("jdbc:mysql://a,b/c")).isEmpty();
    assertThat(ConnectionDefaults.withoutSilenceLimit("jdbc:mysql://a"))
        .isEqualTo("jdbc:mysql://a");
  }

  @Test
  void eachHostHasAUrlOfItsOwn() {
    assertThat(ConnectionDefaults.single(TWO + "?a=b"))
        .containsExactly(
            "jdbc:postgresql://a:5432/yujian?a=b", "jdbc:postgresql://[::1]:5433/yujian?a=b");
    assertThat(ConnectionDefaults.single("jdbc:postgresql://a,b?user=c"))
        .containsExactly("jdbc:postgresql://a?user=c", "jdbc:postgresql://b?user=c");
    assertThat(ConnectionDefaults.single("jdbc:postgresql:yujian"))
        .containsExactly("jdbc:postgresql:yujian");
    assertThat(ConnectionDefaults.hasSeveralHosts(ONE + "?options=a,b")).isFalse();
  }

  @Test
  void longWorkHasNoLimit() {
    assertThat(ConnectionDefaults.withoutSilenceLimit(ONE)).isEqualTo(ONE + "?socketTimeout=0");
    assertThat(ConnectionDefaults.withoutSilenceLimit(ONE + "?socketTimeout=3"))
        .isEqualTo(ONE + "?socketTimeout=0");
    assertThat(ConnectionDefaults.withoutSilenceLimit(TWO + "?a=b&socketTimeout=3&c=d"))
        .isEqualTo(TWO + "?a=b&c=d&socketTimeout=0&targetServerType=primary");
  }
}
