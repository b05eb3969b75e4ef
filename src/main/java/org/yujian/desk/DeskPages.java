package org.yujian.desk;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.yujian.auth.CurrentCaller;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.html.PagePolicy;

/** Renders pages of the desk, which run scripts of this server only; see {@link DeskHeaders}. */
@ApplicationScoped
class DeskPages {

  static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private final CurrentCaller caller;

  DeskPages(CurrentCaller caller) {
    this.caller = caller;
  }

  DeskFrame frame(String section, String acceptLanguage) {
    return new DeskFrame(PageLanguage.of(acceptLanguage), caller.get().name(), section);
  }

  Response show(TemplateInstance page, DeskFrame frame) {
    return Response.ok(page.setLocale(frame.language().locale()).render(), HTML)
        .header(PagePolicy.CONTENT_POLICY, PagePolicy.DESK)
        .header("Content-Language", frame.language().tag())
        .header("X-Robots-Tag", "noindex")
        .build();
  }
}
