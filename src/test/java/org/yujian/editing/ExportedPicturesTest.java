package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.DeskTest;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** An exported article with a stored picture, imported again, is the same article. */
@QuarkusTest
class ExportedPicturesTest extends DeskTest {

  @ParameterizedTest
  @ValueSource(strings = {"md", "html", "docx", "txt"})
  void importingItAgainChangesNothing(String format) {
    String account = account("豫园社区");
    String url =
        ok(
                desk()
                    .contentType("image/png")
                    .body(DrawnPicture.png(700, 500, 21))
                    .post("/v1/desk/media/raw?account=" + account),
                201)
            .getString("picture.url");
    Map<String, Object> article =
        Map.of(
            "title",
            "豫园灯会",
            "cover",
            Map.of("url", url),
            "html",
            "<p>灯会每晚六点开始。</p><figure><img src=\"" + url + "\" alt=\"灯\"></figure>");
    JsonPath edition =
        ok(
            desk()
                .body(Map.of("accountId", account, "articles", List.of(article)))
                .post("/v1/desk/editions"),
            201);
    String path = "/v1/desk/articles/" + edition.getString("articles[0].id");
    byte[] file = desk().get(path + "/export?format=" + format).asByteArray();
    JsonPath report = imported(Upload.of("灯会." + format, file).with("account", account));
    assertThat(report.getString("result")).as(report.getString("findings")).isEqualTo("unchanged");
    assertThat(report.<String>getList("findings.code")).doesNotContain("picture.external");
    JsonPath draft = deskRead(path);
    assertThat(draft.getString("draft.cover.url")).isEqualTo(url);
    assertThat(draft.getString("draft.html")).contains(url.replace("{w}", "640"));
  }
}
