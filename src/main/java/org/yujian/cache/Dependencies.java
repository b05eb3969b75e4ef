package org.yujian.cache;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.yujian.change.Scope;

/** Services record here the scopes (pieces of content) that the current response depends on. */
@ApplicationScoped
public class Dependencies {

  private final ResponseScopes noted;

  Dependencies(ResponseScopes noted) {
    this.noted = noted;
  }

  public void on(Scope... scopes) {
    on(List.of(scopes));
  }

  /** Marks a response that changes with time alone, so that no cache may reuse it. */
  public void uncacheable() {
    if (Arc.container().requestContext().isActive()) {
      noted.byClock();
    }
  }

  public void on(Collection<Scope> scopes) {
    if (Arc.container().requestContext().isActive()) {
      noted.add(scopes);
    }
  }
}
