package org.yujian.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yujian.home.ModelFeed.Article;
import org.yujian.home.ModelFeed.Place;

/** A reader by the documented rules alone. */
final class ModelReader {

  /** What the reader follows, or did: the watermark outlives the follow. */
  static final class Follow {
    boolean active;
    boolean muted;
    Instant since;
    String scene = "";
    Place countedFrom = Place.NOWHERE;
    Place readUpTo = Place.NOWHERE;

    Place watermark() {
      return Place.max(countedFrom, readUpTo);
    }

    /** Muted only where both were; since when and from where by who followed longer. */
    private void unite(Follow other) {
      boolean others = other.active && (!active || other.since.isBefore(since));
      muted = active && other.active ? muted && other.muted : others ? other.muted : muted;
      if (others) {
        since = other.since;
        scene = other.scene;
        countedFrom = other.countedFrom;
      }
      active = active || other.active;
      readUpTo = Place.max(readUpTo, other.readUpTo);
    }
  }

  private final ModelFeed feed;
  private final Map<String, Follow> follows = new TreeMap<>();
  private final Map<String, ModelMark> marks = new TreeMap<>();
  private final List<String> recoveryCodes = new ArrayList<>();

  ModelReader(ModelFeed feed) {
    this.feed = feed;
  }

  boolean follows(String account) {
    return follows.containsKey(account) && follows.get(account).active;
  }

  boolean shows(String account) {
    return follows(account) && !follows.get(account).muted;
  }

  /** Does nothing but for who does not follow. */
  void follow(String account, Instant since, String scene) {
    if (!follows(account)) {
      Follow follow = follows.computeIfAbsent(account, id -> new Follow());
      follow.active = true;
      follow.muted = false;
      follow.since = since;
      follow.scene = scene;
      follow.countedFrom = feed.newest(account);
    }
  }

  void mute(String account, boolean muted) {
    follows.get(account).muted = muted;
  }

  void unfollow(String account) {
    if (follows(account)) {
      follows.get(account).active = false;
    }
  }

  void readUpTo(String account, Place place) {
    if (follows(account)) {
      Follow follow = follows.get(account);
      follow.readUpTo = Place.max(follow.readUpTo, place);
    }
  }

  /** Those that last, by account. */
  Map<String, Follow> follows() {
    Map<String, Follow> active = new TreeMap<>(follows);
    active.values().removeIf(follow -> !follow.active);
    return active;
  }

  ModelMark mark(String article) {
    return marks.computeIfAbsent(article, id -> new ModelMark());
  }

  ModelMark.Shown shown(String article) {
    ModelMark mark = marks.get(article);
    return mark == null ? ModelMark.Shown.NONE : mark.shown();
  }

  /** Articles that were ever marked, live or not. */
  List<String> marked() {
    return marks.keySet().stream()
        .filter(article -> !shown(article).equals(ModelMark.Shown.NONE))
        .toList();
  }

  List<String> starred() {
    return marks.keySet().stream().filter(article -> marks.get(article).isStarred()).toList();
  }

  List<Article> home() {
    return feed.live(this::shows);
  }

  /** As far as anybody counts, and one more for all beyond. */
  int unread(String account) {
    Place watermark = follows.get(account).watermark();
    long unread =
        feed.live(account::equals).stream()
            .filter(article -> article.place().compareTo(watermark) > 0)
            .filter(article -> !shown(article.id).read())
            .count();
    return (int) Math.min(unread, Unread.HIGHEST + 1);
  }

  /** Becomes the union of both; the other one is no more. */
  void unite(ModelReader other) {
    other.follows.forEach(
        (account, theirs) -> follows.computeIfAbsent(account, id -> new Follow()).unite(theirs));
    other.marks.forEach((article, theirs) -> mark(article).unite(theirs));
    recoveryCodes.addAll(other.recoveryCodes);
  }

  List<String> recoveryCodes() {
    return recoveryCodes;
  }
}
