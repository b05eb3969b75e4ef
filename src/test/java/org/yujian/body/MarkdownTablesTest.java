package org.yujian.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns are added to a table only where the parser would drop cells. */
class MarkdownTablesTest {

  private static MarkdownLines.Prepared prepared(String markdown) {
    MarkdownLines lines = new MarkdownLines();
    markdown.lines().forEach(line -> lines.add(1, line));
    return lines.prepared();
  }

  private static MarkdownLines.Prepared widened(MarkdownLines.Prepared document) {
    Node parsed =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build()
            .parse(document.text());
    return MarkdownTables.widened(document, parsed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |",
        "> | a | b |\n> |---|---|\n> | 1 | 2 |",
        "- a | b |  \n  -|-|\t\n  1 | 2 \\| 3 |  \n  `4 \\| 5`",
        "```\n|a|\n|-|\n|1|2|\n```",
        "    |a|\n    |-|\n    |1|2|",
        "<div>\n|a|\n|-|\n|1|2|\n</div>"
      })
  void whereNoCellIsDroppedNothingChanges(String markdown) {
    MarkdownLines.Prepared document = prepared(markdown);
    assertThat(widened(document)).isSameAs(document);
  }

  @ParameterizedTest
  @CsvSource({
    "'|a|;|-|;|1|2|', '|a| |;|-|-|;|1|2|'",
    "'> a|b  ;> -|-;> 1|2|3', '> a|b   | |;> -|- |-|;> 1|2|3'",
    "'- |a\\|;  |-|  ;  > 1|2', '- |a\\| | |;  |-|  -|;  > 1|2'",
    "'|;-|;:-|;a|b', '|;\\-|;\\:-|;a|b'"
  })
  void headsBecomeAsWideAsTheirRows(String markdown, String expected) {
    MarkdownLines.Prepared once = widened(prepared(markdown.replace(';', '\n')));
    assertThat(once.text()).isEqualTo(expected.replace(';', '\n') + "\n");
    assertThat(widened(once)).isSameAs(once);
  }

  @Test
  void aTableThatIsTooWideBecomesText() {
    String wide = "|a|\n|-|\n" + "|x".repeat(CalmMarkdown.MOST_COLUMNS + 1);
    assertThat(widened(prepared(wide)).text()).startsWith("|a|\n\\|-|\n|x");
  }
}
