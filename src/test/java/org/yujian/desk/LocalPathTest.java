package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalPathTest {

  @Test
  void pagesOfTheDeskAreKept() {
    for (String path :
        List.of("/desk", "/desk?x=1", "/desk/editions/1?tab=a&q=%E4%B8%80", "/desk/a#b")) {
      assertThat(new LocalPath(path).value()).isEqualTo(path);
    }
    assertThat(new LocalPath("/desk/a?b=c&d").signIn())
        .isEqualTo("/desk/sign-in?to=%2Fdesk%2Fa%3Fb%3Dc%26d");
    assertThat(new LocalPath("/desk").signIn()).isEqualTo("/desk/sign-in");
  }

  @Test
  void whatCouldLeadToAnotherSiteBecomesTheFirstPage() {
    for (String path :
        List.of(
            "",
            "desk",
            "//evil.example",
            "//desk/x",
            "///desk",
            "https://evil.example/desk",
            "javascript:alert(1)//desk",
            "/deskevil",
            "/desk.evil.example",
            "/desk@evil.example",
            "/desk\\evil",
            "/\\evil.example/desk",
            " /desk/x",
            "/desk/x\r\nSet-Cookie: a=b",
            "/desk/\u0000",
            "/desk/一",
            "/v1/desk/keys",
            "/desk/" + "x".repeat(2_000))) {
      assertThat(new LocalPath(path).value()).as(path).isEqualTo("/desk");
    }
    assertThat(new LocalPath(null).value()).isEqualTo("/desk");
  }
}
