package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.PublicUrl;
import org.yujian.target.FollowTargetPage;
import org.yujian.target.FollowTargetView;
import org.yujian.target.PlacementPage;
import org.yujian.target.PlacementService;
import org.yujian.target.PlacementView;
import org.yujian.target.TargetService;

/** Reads what the pages about follow targets show, within the caller's accounts. */
@ApplicationScoped
class CodePages {

  static final String PATH = "/desk/codes";

  /**
   * Follow targets in the order of their names.
   *
   * @param active number of active placements by target
   * @param maker whether the caller may make outside targets
   */
  record Targets(
      List<FollowTargetView> items, Map<UUID, Long> active, PageLinks links, boolean maker) {

    public long count(UUID target) {
      return active.getOrDefault(target, 0L);
    }
  }

  /**
   * One follow target.
   *
   * @param placements latest first; none for outside targets
   * @param printable whether codes can be printed
   * @param writer whether the caller may change placements
   * @param maker whether the caller may change outside targets
   */
  record Target(
      FollowTargetView view,
      String etag,
      List<Placed> placements,
      PageLinks links,
      boolean printable,
      boolean writer,
      boolean maker) {

    public boolean isOutside() {
      return view.accountId() == null;
    }

    public String url() {
      return view.url() == null ? "" : view.url();
    }

    /** Address of the picture of its code; empty without one. */
    public String image() {
      return view.image() == null ? "" : view.image().url();
    }
  }

  /** A placement and what {@code If-Match} has to name to change it. */
  record Placed(PlacementView view, String etag) {

    public boolean isActive() {
      return view.state().equals("active");
    }

    /** Its address in the API. */
    public String path() {
      return "/v1/desk/follow-targets/" + view.followTargetId() + "/placements/" + view.id();
    }
  }

  private final TargetService targets;
  private final PlacementService placements;
  private final PublicUrl site;

  CodePages(TargetService targets, PlacementService placements, PublicUrl site) {
    this.targets = targets;
    this.placements = placements;
    this.site = site;
  }

  Targets list(String cursor, Caller caller) {
    FollowTargetPage found = targets.deskList(page(cursor, "page of follow targets"), caller);
    return new Targets(
        found.items(),
        placements.active(found.items().stream().map(FollowTargetView::id).toList()),
        PageLinks.of(PATH, Map.of(), cursor, found.next()),
        maker(caller));
  }

  Target read(UUID id, String cursor, Caller caller) {
    FollowTargetView view = targets.deskRead(id, caller);
    boolean mine = view.accountId() != null && caller.reaches(view.accountId());
    PlacementPage found =
        mine ? placements.list(id, page(cursor, "page of placements of " + id), caller) : null;
    return new Target(
        view,
        view.etag(),
        mine ? found.items().stream().map(one -> new Placed(one, one.etag())).toList() : List.of(),
        PageLinks.of(PATH + "/" + id, Map.of(), cursor, mine ? found.next() : null),
        site.known(),
        mine && caller.has(Scopes.FOLLOW_WRITE),
        maker(caller));
  }

  /** A placement whose code can be printed; the errors say why it cannot. */
  PlacementView printable(UUID target, UUID id, Caller caller) {
    placements.print(target, id, caller);
    return placements.read(target, id, caller);
  }

  private static boolean maker(Caller caller) {
    return caller.has(Scopes.ADMIN) && caller.unlimited();
  }

  private static PageRequest page(String cursor, String filters) {
    return PageRequest.of(null, cursor, filters, PageKey.Named.class);
  }
}
