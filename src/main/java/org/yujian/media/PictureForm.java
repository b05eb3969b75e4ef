package org.yujian.media;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;

/**
 * The form of an upload; describes it in the contract.
 *
 * @param file JPEG, PNG, WebP or GIF of at most 10 MB
 * @param account account that gets the picture; not needed with a key that is limited to one
 * @param alt text for people who cannot see the picture
 * @param caption text to show with the picture
 * @param licence whose picture it is and on which terms it may be shown
 * @param focal point to keep when cropping, such as {@code 0.3,0.5}; the center when absent
 */
@Schema(name = "PictureForm", requiredProperties = "file")
record PictureForm(
    @Schema(type = SchemaType.STRING, format = "binary") String file,
    UUID account,
    @Schema(maxLength = 300) String alt,
    @Schema(maxLength = 300) String caption,
    @Schema(maxLength = 300) String licence,
    String focal) {

  private static final String POINT = "[01](?:\\.\\d{1,6})?,[01](?:\\.\\d{1,6})?";

  static List<Double> point(String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    String point = written.replace(" ", "");
    if (!point.matches(POINT)) {
      throw ProblemCode.INVALID_BODY
          .problem()
          .with(FieldError.parameter("focal", "pattern", POINT));
    }
    return Arrays.stream(point.split(",")).map(Double::valueOf).toList();
  }
}
