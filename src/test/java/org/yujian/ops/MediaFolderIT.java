package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** The storage of pictures of two packaged programs. */
class MediaFolderIT {
  private static final String SAMPLE = "yujian.sample=false";

  @Test
  void twoNodesShareAFolderOnlyIfBothSaySo() {
    Path media = Folders.empty("media-of-nodes");
    String folder = "yujian.media.folder=" + media;
    String shared = "yujian.media.shared=true";
    try (Program first = Program.start(Folders.empty("media-node-1"), folder, shared, SAMPLE)) {
      assertThat(media.resolve("owner.pid")).content().isEqualToIgnoringNewLines("" + first.pid());
      Path data = Folders.empty("media-node-2");
      try (Program second = Program.launch(data, folder, SAMPLE)) {
        assertThat(second.awaitExit()).as("%s", second.lines()).isEqualTo(2);
        assertThat(String.join("\n", second.lines()))
            .contains(media + " is in use by another Yujian (process " + first.pid() + ")")
            .contains("YUJIAN_MEDIA_SHARED=true")
            .doesNotContain("\tat ", "Exception");
      }
      try (Program second = Program.start(data, folder, shared, SAMPLE)) {
        assertThat(second.errors()).isEmpty();
      }
    }
  }
}
