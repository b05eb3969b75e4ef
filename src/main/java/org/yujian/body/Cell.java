package org.yujian.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Attributes of a table cell that is not plain; its text is in the {@code rows} of the block.
 *
 * @param row index of the row, from 0
 * @param cell index of the cell in its row, from 0
 * @param header {@code true} for a header cell; absent for others
 * @param rowspan number of rows that it covers, 2 to 100; absent for one
 * @param colspan number of columns that it covers, 2 to 100; absent for one
 */
@Schema(
    name = "TableCell",
    requiredProperties = {"row", "cell"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(Integer row, Integer cell, Boolean header, Integer rowspan, Integer colspan) {

  /** Maximum number of rows or columns that a cell covers. */
  static final int WIDEST = 100;

  public Cell {
    header = Boolean.TRUE.equals(header) ? Boolean.TRUE : null;
    rowspan = several(rowspan);
    colspan = several(colspan);
  }

  private static Integer several(Integer span) {
    return span == null || span == 1 ? null : span;
  }

  /** True if the cell has no special attributes and need not be listed. */
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
