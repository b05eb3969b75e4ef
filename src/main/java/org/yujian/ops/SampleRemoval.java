package org.yujian.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;

/** Deletes the sample with the accounts, follow targets and tags that nothing else uses. */
@ApplicationScoped
class SampleRemoval {

  private final SampleRepository repository;
  private final ChangeLog changeLog;

  SampleRemoval(SampleRepository repository, ChangeLog changeLog) {
    this.repository = repository;
    this.changeLog = changeLog;
  }

  @Transactional
  int remove() {
    repository.lockAccounts();
    List<Change> changes = new ArrayList<>();
    List<UUID> editions = repository.editions();
    tell(repository.articles(editions), ChangedThing.ARTICLE, changes);
    tell(repository.published(editions), ChangedThing.EDITION, changes);
    repository.deleteEditions(editions);
    List<UUID> accounts = repository.accountsWithoutContent();
    repository.deleteImports();
    tell(repository.targets(accounts), ChangedThing.FOLLOW_TARGET, changes);
    tell(repository.versions("account", accounts), ChangedThing.ACCOUNT, changes);
    repository.deleteAccounts(accounts);
    List<UUID> tags = repository.unusedTags(Sample.tags());
    tell(repository.versions("tag", tags), ChangedThing.TAG, changes);
    repository.delete("tag", tags);
    if (!changes.isEmpty()) {
      changeLog.append(changes);
    }
    return editions.size();
  }

  /** Adds changes of deleted rows; clients that do not find the rows delete their copies. */
  private static void tell(
      List<SampleRepository.Thing> things, ChangedThing kind, List<Change> changes) {
    for (SampleRepository.Thing thing : things) {
      Change change = Change.of(kind, thing.id(), thing.version() + 1, "removed");
      if (thing.accountId() != null) {
        change = change.inAccount(thing.accountId());
      }
      if (thing.editionId() != null) {
        change = change.inEditions(List.of(thing.editionId()));
      }
      changes.add(change.withTags(thing.tags()));
    }
  }
}
