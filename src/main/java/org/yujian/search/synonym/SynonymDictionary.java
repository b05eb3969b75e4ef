package org.yujian.search.synonym;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.yujian.cache.Dependencies;
import org.yujian.change.LogPosition;
import org.yujian.change.Tailer;

/**
 * This node's copy of the synonyms, for searches. It is read again when the change log has a row of
 * the list, and for each search while this node cannot read the log.
 */
@ApplicationScoped
public class SynonymDictionary {

  private record Kept(LogPosition position, SynonymWords words) {}

  private final SynonymRepository repository;
  private final Tailer tailer;
  private final Dependencies dependencies;

  private volatile Kept kept;

  SynonymDictionary(SynonymRepository repository, Tailer tailer, Dependencies dependencies) {
    this.repository = repository;
    this.tailer = tailer;
    this.dependencies = dependencies;
  }

  /**
   * For a folded word the other words of its group, folded; none for other words. The current
   * response depends on the list from now on. Call it outside of a transaction.
   */
  public Function<String, List<String>> current() {
    dependencies.on(SynonymService.SCOPE);
    Kept known = kept;
    if (known != null && tailer.holds(known.position, List.of(SynonymService.SCOPE))) {
      return known.words;
    }
    LogPosition position = tailer.position();
    SynonymList list = QuarkusTransaction.requiringNew().call(repository::read);
    Kept read = new Kept(position, SynonymWords.of(list.groups()));
    kept = read;
    return read.words;
  }
}
