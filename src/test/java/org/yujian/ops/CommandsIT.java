package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** What commands print: their result, and why they are refused. */
class CommandsIT {

  @Test
  void besideARunningProgramACommandPrintsItsResultOnly() {
    Path data = Folders.empty("commands").resolve("data");
    try (Program running = Program.start(data)) {
      assertPrints(0, data, List.of("names"), "No name looks the same as another one.");
      assertPrints(0, data, List.of("sample", "remove"), "The sample is gone: 4 editions.");
      assertPrints(0, data, List.of("sample", "remove"), "There is no sample.");
      assertThat(running.get("/v1/articles").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutADatabaseACommandIsRefusedAndMakesNothing() {
    Path folder = Folders.empty("commands-nowhere");
    Path data = folder.resolve("data");
    String[] refusal = {
      "There is no Yujian database in the data folder " + data + ".",
      "Name it with -Dyujian.data-dir=FOLDER or YUJIAN_DATA_DIR, or start in the folder that holds"
          + " data."
    };
    String file = folder.resolve("backups/yujian.zip").toString();
    assertPrints(1, data, List.of("backup", file), refusal);
    assertPrints(2, data, List.of("names"), refusal);
    assertPrints(2, data, List.of("sample", "remove"), refusal);
    assertThat(folder).isEmptyDirectory();
  }

  private static void assertPrints(int code, Path data, List<String> words, String... lines) {
    try (Program command = Program.launch(data, List.of(), words)) {
      int exit = command.awaitExit();
      assertThat(command.lines()).as("%s", words).containsExactly(lines);
      assertThat(exit).as("%s", words).isEqualTo(code);
    }
  }
}
