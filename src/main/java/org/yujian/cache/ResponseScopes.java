package org.yujian.cache;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yujian.change.Scope;

/** Scopes that the current request's response depends on, recorded by {@link Dependencies}. */
@RequestScoped
class ResponseScopes {
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
