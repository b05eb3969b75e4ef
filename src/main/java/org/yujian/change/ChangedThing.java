package org.yujian.change;

/** What a change can be of. The name in the log is the type in every consumer's answer. */
public enum ChangedThing {
  ACCOUNT("account"),
  EDITION("edition"),
  ARTICLE("article"),
  TAG("tag"),
  FOLLOW_TARGET("followTarget");

  final String type;

  ChangedThing(String type) {
    this.type = type;
  }

  /** The name in the log and in every consumer's answer. */
  public String type() {
    return type;
  }

  /** The thing of this name in the log. */
  public static ChangedThing of(String type) {
    for (ChangedThing thing : values()) {
      if (thing.type.equals(type)) {
        return thing;
      }
    }
    throw new IllegalArgumentException(type);
  }
}
