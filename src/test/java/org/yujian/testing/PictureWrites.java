package org.yujian.testing;

import java.util.Map;
import java.util.Optional;
import org.yujian.testing.DeskWrites.Write;

/** The part of {@link DeskWrites} that works on pictures. */
final class PictureWrites {
  private static final String MEDIA = "/v1/desk/media";
  private static final byte[] PICTURE = DrawnPicture.png(40, 30, 1);

  private final DeskTest test;
  private final DeskWrites writes;

  PictureWrites(DeskTest test, DeskWrites writes) {
    this.test = test;
    this.writes = writes;
  }

  /** Empty for an operation that does not work on pictures. */
  Optional<Write> of(String operation) {
    return Optional.ofNullable(
        switch (operation) {
          case "addPicture" ->
              DeskWrites.post(
                  "picture.create",
                  MEDIA,
                  Upload.of("a.png", PICTURE).with("account", test.account("丁社区")));
          case "addPictureBytes" -> DeskWrites.post("picture.create", raw(), PICTURE);
          case "changePicture" ->
              writes.patch("picture.change", added(), Map.of("alt", "灯", "caption", "图为灯。"));
          case "deletePicture" -> {
            String added = added();
            yield new Write("picture.delete", "DELETE", added, null, writes.etag(added));
          }
          default -> null;
        });
  }

  private String raw() {
    return MEDIA + "/raw?account=" + test.account("丁社区");
  }

  private String added() {
    return MEDIA
        + "/"
        + DeskTest.ok(test.desk().contentType("image/png").body(PICTURE).post(raw()), 201)
            .getString("id");
  }
}
