package org.yujian.desk;

import java.util.List;
import org.yujian.media.DeskPicture;

/**
 * A picture as its page shows it.
 *
 * @param etag what {@code If-Match} has to name
 * @param places where it is used
 * @param writer whether the caller may change it
 */
record PictureView(
    DeskPicture picture, String etag, String accountName, List<Place> places, boolean writer) {

  private static final int CENTER = 50;
  private static final int PERCENT = 100;

  /**
   * A page that leads to where the picture is used.
   *
   * @param kind as in {@link DeskPicture.Use}
   * @param title title of the article or name of the account; null without one
   * @param rev number of the revision; null for the others
   */
  record Place(String kind, String path, String title, Integer rev) {

    static Place of(DeskPicture.Use use, String article, String account) {
      return switch (use.kind()) {
        case "draft" -> new Place(use.kind(), "/desk/articles/" + use.id(), article, null);
        case "revision" ->
            new Place(
                use.kind(),
                "/desk/articles/" + use.id() + "/revisions/" + use.rev(),
                article,
                use.rev());
        case "account" -> new Place(use.kind(), "/desk/accounts/" + use.id(), account, null);
        default -> new Place(use.kind(), "/desk/codes", null, null);
      };
    }
  }

  /** Distance of the focal point from the left edge, in percent. */
  public int left() {
    return percent(0);
  }

  /** Distance of the focal point from the upper edge, in percent. */
  public int top() {
    return percent(1);
  }

  private int percent(int part) {
    List<Double> focal = picture.picture().focal();
    return focal == null ? CENTER : (int) Math.round(focal.get(part) * PERCENT);
  }
}
