package org.yujian.cache;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.yujian.change.Scope;

/** Of one request. */
@RequestScoped
class NotedScopes {
  private final Set<Scope> scopes = new LinkedHashSet<>();
  private boolean byClock;

  void add(Collection<Scope> more) {
    scopes.addAll(more);
  }

  void byClock() {
    byClock = true;
  }

  boolean changesByClock() {
    return byClock;
  }

  /** A copy that outlives the request. */
  Set<Scope> copy() {
    return Set.copyOf(scopes);
  }
}
