package org.yujian.cache;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yujian.change.Scope;

/** Of one request. */
@RequestScoped
class NotedScopes {
  private final List<Scope> scopes = new ArrayList<>();
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
  List<Scope> copy() {
    return List.copyOf(scopes);
  }
}
