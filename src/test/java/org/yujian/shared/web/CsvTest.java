package org.yujian.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  private static String cell(Object value) {
    String text = new Csv("a", "b").row(value, 1).toString();
    return text.substring("\uFEFFa,b\r\n".length(), text.length() - ",1\r\n".length());
  }

  @Test
  void aTableBeginsWithItsMarkAndHeader() {
    assertThat(new Csv("day", "scans").row("2026-11-24", 3).row(null, null).toString())
        .isEqualTo("\uFEFFday,scans\r\n2026-11-24,3\r\n,\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", " =1", "\t=1", "'=1", "\"=1"})
  void whatWouldRunAsAFormulaIsText(String value) {
    assertThat(cell(value)).isEqualTo("\"'" + value.replace("\"", "\"\"") + "\"");
  }

  @Test
  void separatorsStayInsideTheirCell() {
    assertThat(cell("a,b")).isEqualTo("\"a,b\"");
    assertThat(cell("a\"b\r\nc")).isEqualTo("\"a\"\"b\r\nc\"");
    assertThat(cell("北门 海报=1")).isEqualTo("北门 海报=1");
  }
}
