package org.yujian.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A person as of the last time that an identity provider authenticated her or him. */
@Entity
@Table(name = "desk_person")
class DeskPerson {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  String issuer;
  String subject;
  String name;
  String[] scopes;

  @Column(name = "account_ids")
  UUID[] accountIds;

  @Column(name = "signed_in_at")
  Instant signedInAt;

  DeskPerson() {}

  DeskPerson(Person known) {
    issuer = known.issuer();
    subject = known.subject();
  }

  void signIn(Person known, Instant now) {
    name = known.name();
    scopes = known.scopes().stream().sorted().toArray(String[]::new);
    accountIds =
        known.accounts() == null ? null : known.accounts().stream().sorted().toArray(UUID[]::new);
    signedInAt = now;
  }

  Caller caller() {
    return new Caller(
        id, "person:" + name, Set.of(scopes), accountIds == null ? null : Set.of(accountIds));
  }
}
