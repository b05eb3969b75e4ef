package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.change.Tailer;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Upload;

/** Tokens of a device's stream: whose they are, and when they are over. */
@QuarkusTest
class ReaderSyncTokensTest extends DeskTest {
  private static final String SYNC = "/v1/me/sync";

  @Inject Tailer tailer;

  private Phone phone;

  @BeforeEach
  void signUp() {
    // The tables were emptied behind its back.
    tailer.advance();
    phone = Phone.signUp();
  }

  private String publish(String title) {
    String text = "扫描二维码关注“甲社区”\n\n# " + title + "\n\n正文。";
    return imported(Upload.text(text).publish()).getString("accountId");
  }

  private void follow(String account) {
    ok(phone.request().put("/v1/me/follows/" + account), 200);
  }

  private static List<String> types(JsonPath page) {
    return page.getList("changes.type");
  }

  @Test
  void tokensAreTheirReadersAndOfThisHistory() {
    follow(publish("一"));
    String token = phone.read(SYNC).getString("token");
    String path = SYNC + "?since=";
    Phone stranger = Phone.signUp();
    JsonPath expired = problem(stranger.request().get(path + token), 410, "sync-token-expired");
    assertThat(expired.getString("restart")).isEqualTo(SYNC);
    String publicOne = read("/v1/sync?since=now").getString("token");
    String damaged = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
    for (String bad : List.of(damaged, token + "A", token.substring(1), publicOne, "now", "x")) {
      problem(phone.request().get(path + bad), 400, "invalid-sync-token");
    }
    problem(phone.request().get(SYNC + "?limit=0"), 400, "invalid-parameter");
    problem(phone.request().get(SYNC + "?limit=1001"), 400, "invalid-parameter");
    problem(anyone().get(SYNC), 401, "unauthorized");
    assertThat(phone.request().get(SYNC).header("Cache-Control")).isEqualTo("no-store");
    // Who becomes another reader begins anew, the other goes on.
    String others = stranger.read(SYNC).getString("token");
    ok(phone.join(stranger.joinCode()), 200);
    problem(phone.request().get(path + token), 410, "sync-token-expired");
    assertThat(types(stranger.read(path + others)))
        .containsExactly("account", "followTarget", "article", "edition", "follow");
  }

  @Test
  void aTokenOfWhatWasLostBeginsAnew() {
    String account = publish("一");
    follow(account);
    String token = phone.read(SYNC).getString("token");
    // The log's lines behind the token were removed meanwhile: too old.
    String log = tables().texts("select log_id from change_state").get(0);
    publish("二");
    tables().run("update change_state set log_id = gen_random_uuid()");
    try {
      problem(phone.request().get(SYNC + "?since=" + token), 410, "sync-token-expired");
    } finally {
      tables().run("update change_state set log_id = '" + log + "'");
    }
    assertThat(types(phone.read(SYNC + "?since=" + token))).contains("article");
    // The reader's last changes were lost.
    tables().run("update reader set seq = seq - 1");
    problem(phone.request().get(SYNC + "?since=" + token), 410, "sync-token-expired");
  }
}
