package org.yujian.ops;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.yujian.ops.NameKeyRepository.OldKey;
import org.yujian.ops.NameKeyRepository.OldTitle;
import org.yujian.shared.text.NameKeys;

/**
 * Renews keys of names that a release before 0.6 stored, at every start: a node of that release may
 * have written more of them. Every row is a transaction of its own that does nothing the second
 * time, so several nodes may do it at once. Where another row has the new key already, the old one
 * stays: both names look the same, and {@link NamesCommand} lists them.
 */
@ApplicationScoped
class NameKeyRenewal {

  private static final Logger LOG = Logger.getLogger(NameKeyRenewal.class);
  private static final List<String> TITLES = List.of("article", "article_draft");

  @Inject NameKeyRepository names;
  @Inject Config config;

  /** Before the first request, which might make another account of such a name. */
  void onStart(@Observes @Priority(20) StartupEvent start) {
    // Not for a command.
    if (config.getOptionalValue("quarkus.http.host-enabled", Boolean.class).orElse(true)) {
      renewNames();
      warn();
      // Only imports ask for titles, and there may be millions.
      Infrastructure.getDefaultWorkerPool().execute(this::renewTitles);
    }
  }

  /** Accounts, follow targets, tags, followers' tags. Never fails: the next start tries again. */
  void renewNames() {
    for (NamedThing thing : NamedThing.values()) {
      attempt(
          () -> {
            for (OldKey old : oldKeys(thing)) {
              String key = NameKeys.unique(old.key());
              if (!key.isEmpty()) {
                attempt(
                    () ->
                        QuarkusTransaction.requiringNew().run(() -> names.renew(thing, old, key)));
              }
            }
          });
    }
  }

  /** Titles of articles and drafts, by which an import finds them again. */
  void renewTitles() {
    for (String table : TITLES) {
      attempt(
          () -> {
            List<OldTitle> titles =
                QuarkusTransaction.requiringNew().call(() -> names.oldTitles(table));
            for (OldTitle old : titles) {
              String key = NameKeys.unique(old.key());
              QuarkusTransaction.requiringNew().run(() -> names.renew(table, old, key));
            }
          });
    }
  }

  /** What still has an old key, because another one has the new key or there is nothing to see. */
  List<LookAlike> lookAlikes() {
    List<LookAlike> found = new ArrayList<>();
    for (NamedThing thing : NamedThing.values()) {
      for (OldKey old : oldKeys(thing)) {
        if (!old.unique()) {
          continue;
        }
        String key = NameKeys.unique(old.key());
        Optional<OldKey> rival =
            QuarkusTransaction.requiringNew().call(() -> names.rival(thing, old, key));
        if (key.isEmpty()) {
          found.add(new LookAlike(thing, old.ref(), old.name(), null, null));
        } else if (rival.isPresent()) {
          found.add(
              new LookAlike(thing, old.ref(), old.name(), rival.get().ref(), rival.get().name()));
        }
      }
    }
    return found;
  }

  private void warn() {
    attempt(
        () -> {
          int count = lookAlikes().size();
          if (count > 0) {
            LOG.warnf(
                "%d %s the same as another one; `java @target/yujian names` lists them",
                count, count == 1 ? "name looks" : "names look");
          }
        });
  }

  private List<OldKey> oldKeys(NamedThing thing) {
    return QuarkusTransaction.requiringNew().call(() -> names.oldKeys(thing));
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      LOG.debug("Keys of names were not renewed; the next start tries again", failure);
    }
  }
}
