package org.yujian.auth;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.transaction.ReadSnapshot;

/**
 * Reads, verifies and exports the audit. Sealed rows do not change, so a walk along the chain uses
 * one short transaction per thousand rows.
 */
@ApplicationScoped
public class AuditService {
  private static final int CHUNK = 1_000;

  private final AuditRepository audit;
  private final ReadSnapshot snapshot;

  AuditService(AuditRepository audit, ReadSnapshot snapshot) {
    this.audit = audit;
    this.snapshot = snapshot;
  }

  /** End of the chain and the rows outside of it, read in one snapshot. */
  private record Bounds(AuditHead head, AuditEntry beyond, long unsealed) {}

  @Transactional
  public AuditPage list(AuditFilter filter, PageRequest page, Caller caller) {
    return AuditPage.of(
        ItemPage.of(page, audit.page(filter, caller.accounts(), page), AuditEntry::key));
  }

  @Transactional
  AuditHead head(Caller caller) {
    caller.requireUnlimited();
    return audit.head();
  }

  /** Verifies every sealed row; {@code asked} is the hash of an earlier head, or null. */
  public AuditVerification verify(String asked, Caller caller) {
    caller.requireUnlimited();
    Bounds bounds = QuarkusTransaction.requiringNew().call(this::bounds);
    AuditChain chain = new AuditChain(bounds.head(), asked);
    walk(bounds.head().sealed(), null, chain::walk);
    return chain.result(bounds.beyond(), bounds.unsealed());
  }

  /** Writes sealed rows of the caller's accounts as JSON lines, then the head of the chain. */
  void export(OutputStream out, Caller caller) throws IOException {
    AuditHead head = QuarkusTransaction.requiringNew().call(audit::head);
    AuditPosition place = AuditPosition.START;
    List<AuditEntry> rows;
    do {
      rows = chunk(place, head.sealed(), caller.accounts());
      for (AuditEntry row : rows) {
        line(out, row);
        place = AuditPosition.of(row);
      }
    } while (rows.size() == CHUNK);
    line(out, head);
  }

  private static void line(OutputStream out, Object value) throws IOException {
    out.write(Json.mapper().writeValueAsBytes(value));
    out.write('\n');
  }

  private Bounds bounds() {
    snapshot.begin();
    AuditHead head = audit.head();
    return new Bounds(head, audit.beyond(head.sealed()), audit.unsealed());
  }

  private void walk(long last, Set<UUID> accounts, Predicate<AuditEntry> goesOn) {
    AuditPosition place = AuditPosition.START;
    List<AuditEntry> rows;
    do {
      rows = chunk(place, last, accounts);
      for (AuditEntry row : rows) {
        if (!goesOn.test(row)) {
          return;
        }
        place = AuditPosition.of(row);
      }
    } while (rows.size() == CHUNK);
  }

  private List<AuditEntry> chunk(AuditPosition after, long last, Set<UUID> accounts) {
    return QuarkusTransaction.requiringNew().call(() -> audit.chain(after, last, accounts, CHUNK));
  }
}
