package org.yujian.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.reader.ReaderChanges;
import org.yujian.reader.ReaderIdentity;
import org.yujian.reader.ReadersJoining;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.target.ScannedCode;
import org.yujian.target.TargetService;

/** Handles scans in the app: each starts at most one follow and stores one row for the reports. */
@ApplicationScoped
class ScanService {

  private final ScanRepository scans;
  private final FollowService follows;
  private final ReaderChanges changes;
  private final TargetService targets;
  private final AccountService accounts;
  private final DatabaseClock clock;
  private final Settings settings;

  ScanService(
      ScanRepository scans,
      FollowService follows,
      ReaderChanges changes,
      TargetService targets,
      AccountService accounts,
      DatabaseClock clock,
      Settings settings) {
    this.scans = scans;
    this.follows = follows;
    this.changes = changes;
    this.targets = targets;
    this.accounts = accounts;
    this.clock = clock;
    this.settings = settings;
  }

  /** Follows the account of a code. 404 unknown code, 410 ended or closed, 409 too many follows. */
  @RetryOnConflict
  @Transactional
  ScanResult scan(String code, ReaderIdentity who) {
    ScannedCode scanned = targets.scanned(code);
    AccountView account = accounts.read(scanned.accountId().toString());
    long key = changes.lock(who);
    Instant now = clock.now();
    scanned.requireValid(now);
    FollowOrigin origin = new FollowOrigin(scanned.placementId(), scanned.scene());
    boolean began = follows.begin(key, account.id(), origin);
    Scan scan =
        new Scan(scanned.placementId(), began ? Scan.NEW_FOLLOW : Scan.ALREADY_FOLLOWING, key, now);
    scan.firstOfDay = isFirst(scan);
    scans.persist(scan);
    ScanResult result =
        new ScanResult(
            scan.outcome,
            account,
            targets.read(scanned.followTargetId()),
            scan.placementId,
            scanned.scene());
    follows.count(account.id(), began ? 1 : 0);
    return result;
  }

  /** No unique key is needed: the reader is locked, so its scans never run in parallel. */
  private boolean isFirst(Scan scan) {
    ZoneId zone = settings.timeZone();
    LocalDate day = LocalDate.ofInstant(scan.at, zone);
    return !scans.counted(
        scan, day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Uncounts the second of two scans that the joined readers made on one day. */
  @Transactional(TxType.MANDATORY)
  void join(@Observes ReadersJoining both) {
    Set<List<Object>> counted = new HashSet<>();
    for (Scan scan : scans.counted(both.from(), both.into())) {
      LocalDate day = LocalDate.ofInstant(scan.at, settings.timeZone());
      scan.firstOfDay = counted.add(List.of(scan.placementId, scan.outcome, day));
    }
    scans.flush();
    scans.move(both.from(), both.into());
  }
}
