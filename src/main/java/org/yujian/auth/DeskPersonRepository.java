package org.yujian.auth;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Sql;

/** Queries of people whom identity providers have authenticated. */
@ApplicationScoped
class DeskPersonRepository implements PanacheRepositoryBase<DeskPerson, UUID> {

  /** Advisory lock, because the same new person may sign in twice at once. */
  private static final long NEW_PEOPLE = 0x59554A50454F50L;

  private final Sql sql;

  DeskPersonRepository(Sql sql) {
    this.sql = sql;
  }

  /** Stores the name and the rights of a person who signs in now. */
  DeskPerson signedIn(Person known, Instant now) {
    sql.lock(NEW_PEOPLE);
    DeskPerson person =
        find("issuer = ?1 and subject = ?2", known.issuer(), known.subject())
            .firstResultOptional()
            .orElseGet(() -> new DeskPerson(known));
    person.signIn(known, now);
    persist(person);
    return person;
  }

  /** The caller that a person is; empty for one who has not signed in since. */
  Optional<Caller> signedInSince(UUID id, Instant since) {
    return findByIdOptional(id)
        .filter(person -> person.signedInAt.isAfter(since))
        .map(DeskPerson::caller);
  }
}
