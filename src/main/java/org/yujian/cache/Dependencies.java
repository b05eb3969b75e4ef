package org.yujian.cache;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.yujian.change.Scope;

/**
 * What the answer in the making depends on. Services say it where they read; outside of a request
 * nothing happens.
 */
@ApplicationScoped
public class Dependencies {

  @Inject NotedScopes noted;

  public void on(Scope... scopes) {
    on(List.of(scopes));
  }

  /**
   * The answer may change at a moment that the clock alone decides: it is made anew each time, and
   * nobody else keeps it either.
   */
  public void onTheClock() {
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
