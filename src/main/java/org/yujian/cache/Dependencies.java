package org.yujian.cache;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.yujian.change.Scope;

/** Records what the current response depends on; services call it where they read. */
@ApplicationScoped
public class Dependencies {

  private final ResponseScopes noted;

  Dependencies(ResponseScopes noted) {
    this.noted = noted;
  }

  public void on(Scope... scopes) {
    on(List.of(scopes));
  }

  /** The response changes with time alone: no cache may reuse it. */
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
