package org.yujian.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Describes the content of a backup; the file {@code manifest.json} in it.
 *
 * @param format version of the form of the file; a program refuses a newer one
 * @param program version of the Yujian that made the backup
 * @param schema newest migration of the database
 * @param createdAt time of the snapshot, ISO 8601
 * @param tables all tables, in the order of the file
 * @param sequences all sequences
 * @param pictures the files of the pictures
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
    int format,
    String program,
    String schema,
    String createdAt,
    List<Table> tables,
    List<Sequence> sequences,
    Pictures pictures) {

  /** The newest format that this program reads, and the one that it writes. */
  static final int FORMAT = 1;

  static final String ENTRY = "manifest.json";
  static final String PICTURES_ENTRY = "pictures.tar";

  /**
   * A table as the output of {@code COPY … TO STDOUT} in text format.
   *
   * @param columns names in the order of the output; generated columns are left out
   * @param sha256 SHA-256 of the output, hexadecimal
   */
  record Table(String name, List<String> columns, long rows, long bytes, String sha256) {

    String entry() {
      return "tables/" + name + ".copy";
    }
  }

  /**
   * @param value its last value
   * @param called whether that value was handed out
   */
  record Sequence(String name, long value, boolean called) {}

  /**
   * The files of the pictures, in a tar archive.
   *
   * @param files number of files
   * @param bytes their total length
   * @param missing pictures whose original was missing or damaged when the backup was made
   * @param sha256 SHA-256 of the archive, hexadecimal
   */
  record Pictures(long files, long bytes, long missing, String sha256) {}

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /** One line for the console: what the backup holds. */
  String summary() {
    return "made "
        + createdAt
        + " by Yujian "
        + program
        + " (schema "
        + schema
        + "): "
        + tables.size()
        + " tables with "
        + rows()
        + " rows, "
        + pictures.files()
        + " files of pictures";
  }
}
