package org.yujian.edition.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a cell of a table is beyond a plain one; its words stand in the block's {@code rows}.
 *
 * @param row which of the rows, from 0
 * @param cell which of that row's cells as they are listed, from 0
 * @param header true, or missing
 * @param rowspan how many rows it covers, 2–100; missing for one
 * @param colspan how many columns it covers, 2–100; missing for one
 */
@Schema(name = "TableCell")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(Integer row, Integer cell, Boolean header, Integer rowspan, Integer colspan) {

  /** Rows or columns that one cell may cover. */
  static final int WIDEST = 100;

  public Cell {
    header = Boolean.TRUE.equals(header) ? Boolean.TRUE : null;
    rowspan = several(rowspan);
    colspan = several(colspan);
  }

  private static Integer several(Integer span) {
    return span == null || span == 1 ? null : span;
  }

  /** Says nothing that its row does not. */
  boolean plain() {
    return header == null && rowspan == null && colspan == null;
  }

  boolean isBehind(Cell other) {
    return row > other.row || row.equals(other.row) && cell > other.cell;
  }

  boolean isAt(int ofRow, int ofCell) {
    return row == ofRow && cell == ofCell;
  }
}
