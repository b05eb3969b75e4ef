package org.yujian.change;

/** Type of an entity that the change log records. */
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

  public String type() {
    return type;
  }

  /** Finds a type by {@link #type}; throws {@link IllegalArgumentException} if unknown. */
  public static ChangedThing of(String type) {
    for (ChangedThing thing : values()) {
      if (thing.type.equals(type)) {
        return thing;
      }
    }
    throw new IllegalArgumentException(type);
  }
}
