package org.yujian.ops;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.yujian.ops.NameKeyRepository.OldKey;
import org.yujian.ops.NameKeyRepository.OldTitle;
import org.yujian.shared.order.StartupOrder;
import org.yujian.shared.text.NameKeys;

/**
 * Recomputes keys of names that releases before 0.6 stored. Runs at every start, because a node of
 * such a release may still write. Each row is an idempotent transaction, so several nodes may run
 * at once. A row keeps its old key if another row has the new one: the names look the same, and
 * {@link NamesCommand} lists them.
 */
@ApplicationScoped
class NameKeyRenewal {

  private static final Logger LOG = Logger.getLogger(NameKeyRenewal.class);
  private static final List<String> TITLES = List.of("article", "article_draft");

  private final NameKeyRepository names;
  private final Config config;

  NameKeyRenewal(NameKeyRepository names, Config config) {
    this.names = names;
    this.config = config;
  }

  /** Before the first request, which might create an account with the name of an existing one. */
  void onStart(@Observes @Priority(StartupOrder.NAME_KEYS) StartupEvent start) {
    // Commands open no port and skip the renewal.
    if (config.getOptionalValue("quarkus.http.host-enabled", Boolean.class).orElse(true)) {
      renewNames();
      warn();
      // In the background: there may be millions of titles, and only imports need their keys.
      Infrastructure.getDefaultWorkerPool().execute(this::renewTitles);
    }
  }

  /** Renews accounts, follow targets and tags. Never fails: the next start tries again. */
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

  /** Renews the title keys of articles and drafts, by which an import finds them again. */
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

  /** Names that keep an old key: the new one is taken, or they have no visible character. */
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
