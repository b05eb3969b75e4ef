package org.yujian.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Checks form fields: JAX-RS drops unknown ones, and all but one part of a repeated field. */
public final class FormFields {
  private FormFields() {}

  /**
   * Checks the form of the current request.
   *
   * @throws Problem {@code invalid-body} for a field in neither set, or for a repeated field of the
   *     first, {@code malformed-upload} for a part without a name
   */
  public static void require(Set<String> single, Set<String> repeated) {
    FormData form = CurrentRequestManager.get().getFormData();
    if (form == null) {
      return;
    }
    for (String name : form) {
      if (name == null) {
        throw ProblemCode.MALFORMED_UPLOAD.problem();
      }
      if (!single.contains(name) && !repeated.contains(name)) {
        throw wrong(name, "unknown");
      }
      if (single.contains(name) && form.get(name).size() > 1) {
        throw wrong(name, "duplicate");
      }
    }
  }

  /** Number of parts of the current request's form with this name. */
  public static int count(String name) {
    FormData form = CurrentRequestManager.get().getFormData();
    return form == null || !form.contains(name) ? 0 : form.get(name).size();
  }

  /** The content of an uploaded file, whose size the caller or the limit of the body bounds. */
  public static byte[] bytes(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem wrong(String name, String code) {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.parameter(name, code));
  }
}
