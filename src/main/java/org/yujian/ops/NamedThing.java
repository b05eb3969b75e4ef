package org.yujian.ops;

import java.util.Locale;

/** Tables in which the keys of names are unique. */
enum NamedThing {
  ACCOUNT("account", "'@' || %s.handle", "%s.state <> 'closed'", "true"),
  FOLLOW_TARGET("follow_target", "cast(%s.id as text)", "%s.account_id is null", "true"),
  TAG("tag", "%s.slug", "true", "true"),
  FOLLOWER_TAG(
      "follower_tag",
      "(select '@' || a.handle from account a where a.id = %s.account_id)",
      "true",
      "t.account_id = o.account_id");

  private final String table;
  private final String ref;
  private final String unique;
  private final String together;

  NamedThing(String table, String ref, String unique, String together) {
    this.table = table;
    this.ref = ref;
    this.unique = unique;
    this.together = together;
  }

  String table() {
    return table;
  }

  String label() {
    return table.replace('_', ' ');
  }

  /** SQL for the public identifier of a row. */
  String ref(String alias) {
    return String.format(Locale.ROOT, ref, alias);
  }

  /** SQL condition: the row's key must be unique (not that of a closed account or its target). */
  String unique(String alias) {
    return String.format(Locale.ROOT, unique, alias);
  }

  /** SQL condition for two rows {@code t} and {@code o} that may not have the same key. */
  String rivals() {
    return String.format(Locale.ROOT, "%s and %s and %s", unique("t"), unique("o"), together);
  }
}
