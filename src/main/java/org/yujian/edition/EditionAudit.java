package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;

/** Writes audit events for editions and articles, in the transaction of the change. */
@ApplicationScoped
public class EditionAudit {

  private final Audit audit;

  EditionAudit(Audit audit) {
    this.audit = audit;
  }

  /** Runs a change of the edition and records its state before and after. */
  void edition(Caller caller, String action, Edition edition, Runnable change) {
    EditionSnapshot before = EditionSnapshot.of(edition);
    change.run();
    edition(caller, action, edition, before, EditionSnapshot.of(edition));
  }

  /** Records an action. A state is any record, or null while there is no edition. */
  public void edition(Caller caller, String action, Edition edition, Object before, Object after) {
    audit.record(
        caller, new AuditEvent(action, "edition", edition.id, edition.accountId, before, after));
  }

  /** Records an action. A state is null if the article does not exist at that time. */
  public void article(
      Caller caller, String action, Article article, DeskArticle before, DeskArticle after) {
    audit.record(
        caller, new AuditEvent(action, "article", article.id, article.accountId, before, after));
  }
}
