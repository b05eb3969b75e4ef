package org.yujian.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.edition.DeskEdition;
import org.yujian.ingest.ImportSummary;

/**
 * What an editor sees first; each list begins with the latest and may go on elsewhere.
 *
 * @param failed editions that their schedule could not publish
 * @param accounts names by id of all accounts that occur
 * @param backup the daily backup; null for those who do not look after the server
 */
record Overview(
    List<DeskEdition> failed,
    List<DeskEdition> drafts,
    List<DeskEdition> scheduled,
    List<DeskEdition> live,
    List<ImportSummary> imports,
    Map<UUID, String> accounts,
    BackupLine backup) {

  public boolean isEmpty() {
    return failed.isEmpty()
        && drafts.isEmpty()
        && scheduled.isEmpty()
        && live.isEmpty()
        && imports.isEmpty();
  }
}
