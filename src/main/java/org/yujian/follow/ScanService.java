package org.yujian.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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
import org.yujian.shared.transaction.TriedOnceMore;
import org.yujian.target.ScannedCode;
import org.yujian.target.TargetService;

/** What readers scan in the app. One follow or none comes of each, and one row for the reports. */
@ApplicationScoped
class ScanService {

  @Inject ScanRepository scans;
  @Inject FollowService follows;
  @Inject ReaderChanges changes;
  @Inject TargetService targets;
  @Inject AccountService accounts;
  @Inject DatabaseClock clock;
  @Inject Settings settings;

  /**
   * Follows whom a code shows, unless the reader does already; 404 unknown, 410 ended or of a
   * closed account, 409 over the limit of follows.
   */
  @TriedOnceMore
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

  /** The reader is locked: nobody else counts for it at the same time. */
  private boolean isFirst(Scan scan) {
    ZoneId zone = settings.timeZone();
    LocalDate day = LocalDate.ofInstant(scan.at, zone);
    return !scans.counted(
        scan, day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Where both were counted, the one reader counts once. */
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
