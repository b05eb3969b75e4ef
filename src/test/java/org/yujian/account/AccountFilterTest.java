package org.yujian.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Upload;

/** The filter {@code account} means the same in every list: an id or {@code @handle}. */
@QuarkusTest
class AccountFilterTest extends DeskTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/articles",
        "/v1/editions",
        "/v1/follow-targets",
        "/v1/desk/editions",
        "/v1/desk/imports"
      })
  void anIdOrAHandleFindsAndAnythingElseIsRefused(String list) {
    String id = account("善治豫园");
    account("别的");
    imported(Upload.text("# 甲\n\n正文。\n").with("account", id).publish());
    for (String ref : new String[] {id, "@shan-zhi-yu-yuan"}) {
      assertThat(deskRead(list + "?account=" + ref).getList("items")).hasSize(1);
    }
    for (String ref : new String[] {"@bie-de", "@nobody", UUID.randomUUID().toString()}) {
      int expected = list.contains("follow") && ref.equals("@bie-de") ? 1 : 0;
      assertThat(deskRead(list + "?account=" + ref).getList("items")).hasSize(expected);
    }
    for (String ref : new String[] {"re", "@", "shan-zhi-yu-yuan"}) {
      assertThat(
              problem(desk().get(list + "?account=" + ref), 400, "invalid-parameter")
                  .getString("errors[0].parameter"))
          .isEqualTo("account");
    }
  }
}
