package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.backup.BackupAge;
import org.yujian.editing.DeskEditionFilter;
import org.yujian.editing.DeskEditionService;
import org.yujian.edition.DeskEdition;
import org.yujian.edition.EditionState;
import org.yujian.ingest.ImportReports;
import org.yujian.ingest.ImportSummary;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/** Reads the overview within the caller's accounts. */
@ApplicationScoped
class OverviewService {

  private static final int SHOWN = 5;

  private final DeskEditionService editions;
  private final ImportReports imports;
  private final AccountService accounts;
  private final BackupAge backups;
  private final Clock clock;

  OverviewService(
      DeskEditionService editions,
      ImportReports imports,
      AccountService accounts,
      BackupAge backups,
      Clock clock) {
    this.editions = editions;
    this.imports = imports;
    this.accounts = accounts;
    this.backups = backups;
    this.clock = clock;
  }

  public Overview read(Caller caller) {
    List<DeskEdition> failed = in(EditionState.FAILED, caller);
    List<DeskEdition> drafts = in(EditionState.DRAFT, caller);
    List<DeskEdition> scheduled = in(EditionState.SCHEDULED, caller);
    List<DeskEdition> live = in(EditionState.PUBLISHED, caller);
    List<ImportSummary> latest = imports.list(null, first(), caller).items();
    Stream<UUID> named =
        Stream.concat(
            Stream.of(failed, drafts, scheduled, live)
                .flatMap(List::stream)
                .map(DeskEdition::accountId),
            latest.stream().map(ImportSummary::accountId).filter(Objects::nonNull));
    return new Overview(
        failed,
        drafts,
        scheduled,
        live,
        latest,
        accounts.deskNames(named.distinct().toList()),
        caller.has(Scopes.ADMIN) ? new BackupLine(backups.state(), clock.instant()) : null);
  }

  private List<DeskEdition> in(EditionState state, Caller caller) {
    return editions.list(new DeskEditionFilter(null, state), first(), caller).items();
  }

  private static PageRequest first() {
    return PageRequest.of(SHOWN, null, "", PageKey.Named.class);
  }
}
