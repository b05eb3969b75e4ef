package org.yujian.ops;

import java.util.Locale;

/** Tables in which a name's key is unique, with what their rows {@code t} and {@code o} share. */
enum NamedThing {
  ACCOUNT("account", "'@' || %s.handle", "t.state <> 'closed' and o.state <> 'closed'"),
  FOLLOW_TARGET(
      "follow_target", "cast(%s.id as text)", "t.account_id is null and o.account_id is null"),
  TAG("tag", "%s.slug", "true"),
  FOLLOWER_TAG(
      "follower_tag",
      "(select '@' || a.handle from account a where a.id = %s.account_id)",
      "t.account_id = o.account_id");

  private final String table;
  private final String ref;
  private final String rivals;

  NamedThing(String table, String ref, String rivals) {
    this.table = table;
    this.ref = ref;
    this.rivals = rivals;
  }

  String table() {
    return table;
  }

  /** In words. */
  String label() {
    return table.replace('_', ' ');
  }

  /** The expression of what names a row outside the database. */
  String ref(String alias) {
    return String.format(Locale.ROOT, ref, alias);
  }

  /** The condition under which two rows may not have the same key. */
  String rivals() {
    return rivals;
  }
}
