package org.yujian.shared.html;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import org.yujian.shared.settings.Settings;

/**
 * Whether pages for readers offer notifications, for which they need a script ({@code
 * yujian.push.enabled}).
 */
@Named("push")
@ApplicationScoped
public class PushScripts {

  private volatile boolean enabled;

  PushScripts(Settings settings) {
    enabled = settings.push().enabled();
  }

  public boolean enabled() {
    return enabled;
  }

  /** For tests of both settings in one program. */
  public void enable(boolean on) {
    enabled = on;
  }

  /** Lets a page run the script that it contains while notifications are offered. */
  public Response.ResponseBuilder allow(Response.ResponseBuilder page) {
    return enabled ? page.header(PagePolicy.CONTENT_POLICY, PagePolicy.WITH_SCRIPTS) : page;
  }
}
