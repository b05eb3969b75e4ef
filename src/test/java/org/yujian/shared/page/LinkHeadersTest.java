package org.yujian.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The address of a neighbouring page keeps the parameters of the operation but the cursor. */
class LinkHeadersTest {

  /** Some parameters of an operation. */
  record Filter(@QueryParam("account") String account, String other) {}

  /** An operation. */
  static String list(
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor,
      @BeanParam Filter filter,
      @HeaderParam("If-Match") String header,
      String body) {
    return limit + cursor + filter + header + body;
  }

  @Test
  void theCursorTakesTheOldOnesPlace() {
    Set<String> declared = Set.of("limit", "tag", "cursor", "cursors");
    assertThat(LinkHeaders.query(null, declared)).isEqualTo("cursor=");
    assertThat(LinkHeaders.query("", declared)).isEqualTo("cursor=");
    assertThat(LinkHeaders.query("limit=2&tag=%E9%A2%98", declared))
        .isEqualTo("limit=2&tag=%E9%A2%98&cursor=");
    assertThat(LinkHeaders.query("cursor=b&limit=2&&cursor", declared))
        .isEqualTo("limit=2&cursor=");
    assertThat(LinkHeaders.query("c%75rsor=b&cursors=1", declared)).isEqualTo("cursors=1&cursor=");
  }

  @Test
  void whatTheOperationDoesNotDeclareIsLeftOut() {
    Set<String> declared = Set.of("limit", "cursor");
    assertThat(
            LinkHeaders.query(
                "access_token=secret&limit=2&Limit=3&access%5Ftoken=secret&limits=4&=5", declared))
        .isEqualTo("limit=2&cursor=");
  }

  @Test
  void parametersAreThoseOfTheMethodAndOfItsBeans() throws NoSuchMethodException {
    assertThat(
            LinkHeaders.parameters(
                LinkHeadersTest.class.getDeclaredMethod(
                    "list", Integer.class, String.class, Filter.class, String.class, String.class)))
        .containsExactlyInAnyOrder("limit", "cursor", "account");
  }
}
