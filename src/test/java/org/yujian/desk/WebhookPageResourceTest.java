package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.JsonPath;
import org.yujian.testing.WebhookReceiver;

@QuarkusTest
class WebhookPageResourceTest extends DeskPageTest {
  private static final String WEBHOOKS = "/desk/settings/webhooks";

  private WebhookReceiver receiver;

  @BeforeEach
  void open() {
    receiver = new WebhookReceiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private JsonPath webhook(Object events, List<String> accounts) {
    Map<String, Object> body =
        Map.of("url", receiver.url("/in"), "events", events, "accounts", accounts);
    return ok(desk().body(body).post("/v1/desk/webhooks"), 201);
  }

  private void delivery(String webhook, String state, String id) {
    tables()
        .run(
            String.format(
                Locale.ROOT,
                "insert into webhook_delivery (id, endpoint_id, created_at, thing, type, state,"
                    + " attempts, status, response, reason) values ('%s', '%s', now(), 'article',"
                    + " 'article.changed', '%s', 3, 500, '<b>broken</b>', 'http-500')",
                id,
                webhook,
                state));
  }

  @Test
  void aWebhookIsShownWithItsChoicesAndWithoutItsSecret() {
    String account = account("甲社区");
    JsonPath made = webhook(List.of("article.changed"), List.of(account));
    String id = made.getString("webhook.id");

    assertThat(page(WEBHOOKS, "en").select(".rows .name").text())
        .isEqualTo(made.getString("webhook.url"));
    Document page = page(WEBHOOKS + "/" + id, "zh");

    assertThat(page.select("input[name=events][checked]").eachAttr("value"))
        .containsExactly("article.changed");
    assertThat(page.select("input[name=accounts][checked]").eachAttr("value"))
        .containsExactly(account);
    assertThat(page.select("form[data-method=PATCH]").attr("data-etag")).isEqualTo("\"v1\"");
    assertThat(page.outerHtml()).doesNotContain(made.getString("secret"));
    assertThat(page.select("#deliveries ~ .intro").text()).isEqualTo("没有投递记录。");
  }

  @Test
  void deliveriesHaveStateReasonAndReplay() {
    String id = webhook(List.of(), List.of(account("甲社区"))).getString("webhook.id");
    String failed = "01a00000-0000-7000-8000-000000000002";
    delivery(id, "failed", failed);
    delivery(id, "waiting", "01a00000-0000-7000-8000-000000000001");

    Document page = page(WEBHOOKS + "/" + id, "en");

    assertThat(page.select("#deliveries ~ .rows > li")).hasSize(2);
    assertThat(page.select("#deliveries ~ .rows > li").first().text())
        .startsWith("article.changed Failed")
        .contains("Attempts: 3 HTTP 500 http-500", "<b>broken</b>");
    assertThat(page.select("form[action$=replay]").eachAttr("action"))
        .containsExactly(
            "/v1/desk/webhooks/" + id + "/deliveries/" + failed + "/replay",
            "/v1/desk/webhooks/" + id + "/replay");
    assertThat(page(WEBHOOKS + "/" + id + "?state=waiting", "en").select("form[action$=replay]"))
        .hasSize(1);
  }

  @Test
  void aLimitedKeySeesWebhooksOfItsAccountsOnly() {
    String mine = account("甲社区");
    String id = webhook(List.of(), List.of(account("乙社区"))).getString("webhook.id");
    String key = key(Set.of(Scopes.WEBHOOKS), mine);

    assertThat(page(key, WEBHOOKS, "zh").select("main > .intro").text()).isEqualTo("还没有 Webhook。");
    assertThat(page(key, WEBHOOKS, "zh").select("input[name=accounts]")).hasSize(1);
    assertThat(open(key, WEBHOOKS + "/" + id, "zh").statusCode()).isEqualTo(404);
  }
}
