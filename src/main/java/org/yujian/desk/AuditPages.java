package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.AuditEntry;
import org.yujian.auth.AuditFilter;
import org.yujian.auth.AuditPage;
import org.yujian.auth.AuditService;
import org.yujian.auth.Caller;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.settings.Settings;

/** Reads what the pages about the audit show, within the caller's accounts. */
@ApplicationScoped
class AuditPages {

  static final String PATH = "/desk/settings/audit";

  /** Pages of the desk by type of the thing that they show. */
  private static final Map<String, String> PLACES =
      Map.of(
          "edition",
          "/desk/editions/",
          "article",
          "/desk/articles/",
          "account",
          "/desk/accounts/",
          "followTarget",
          CodePages.PATH + "/",
          "key",
          KeyPages.PATH + "/",
          "webhook",
          WebhookPages.PATH + "/");

  /**
   * Rows of the audit, latest first.
   *
   * @param accounts accounts to choose from
   * @param verifier whether the caller may verify the chain
   */
  record Rows(
      List<Row> items,
      PageLinks links,
      AuditQuery query,
      List<DeskAccount> accounts,
      boolean verifier) {}

  /**
   * One row.
   *
   * @param accountName null for global things
   * @param href page of the thing; null when it has none or is gone
   */
  record Row(AuditEntry entry, String accountName, String href) {}

  private final AuditService audit;
  private final AccountService accounts;
  private final AccountChoices choices;
  private final ZoneId zone;

  AuditPages(
      AuditService audit, AccountService accounts, AccountChoices choices, Settings settings) {
    this.audit = audit;
    this.accounts = accounts;
    this.choices = choices;
    zone = settings.timeZone();
  }

  Rows list(AuditQuery query, String cursor, Caller caller) {
    AuditFilter filter =
        new AuditFilter(
            query.account(),
            query.key(),
            null,
            query.thingId(),
            query.action(),
            begin(query.from()),
            query.to() == null ? null : begin(query.to().plusDays(1)));
    PageRequest page = PageRequest.of(null, cursor, "page of " + filter, PageKey.Feed.class);
    AuditPage found = audit.list(filter, page, caller);
    Map<UUID, String> names =
        accounts.deskNames(
            found.items().stream()
                .map(AuditEntry::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return new Rows(
        found.items().stream().map(entry -> row(entry, names)).toList(),
        PageLinks.of(PATH, parameters(query), cursor, found.next()),
        query,
        choices.read(caller),
        caller.unlimited());
  }

  private static Row row(AuditEntry entry, Map<UUID, String> names) {
    boolean gone = entry.afterSha256() == null || entry.thingId() == null;
    String place = PLACES.get(entry.thing());
    return new Row(
        entry,
        entry.accountId() == null ? null : names.get(entry.accountId()),
        gone || place == null ? null : place + entry.thingId());
  }

  private Instant begin(LocalDate day) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  private static Map<String, Object> parameters(AuditQuery query) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("account", query.account());
    parameters.put("key", query.key());
    parameters.put("thingId", query.thingId());
    parameters.put("action", query.action());
    parameters.put("from", query.from());
    parameters.put("to", query.to());
    return parameters;
  }
}
