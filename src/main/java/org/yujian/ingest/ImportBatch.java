package org.yujian.ingest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Documents that are imported after the request, one after another.
 *
 * @param id identifies the batch
 * @param createdAt time of the upload
 * @param createdBy key that uploaded them
 * @param total number of documents
 * @param done number of documents that are imported
 * @param failed number of documents that are refused
 * @param items the documents, in order of the upload
 */
@Schema(name = "ImportBatch")
public record ImportBatch(
    @NotNull UUID id,
    @NotNull String state,
    @NotNull Instant createdAt,
    @NotNull String createdBy,
    @NotNull Integer total,
    @NotNull Integer done,
    @NotNull Integer failed,
    @NotNull List<Item> items) {

  static final String WAITING = "waiting";
  static final String WORKING = "working";
  static final String DONE = "done";
  static final String FAILED = "failed";

  static ImportBatch of(UUID id, Instant createdAt, String createdBy, List<Item> items) {
    int done = count(items, DONE);
    int failed = count(items, FAILED);
    String state = done + failed == items.size() ? DONE : WORKING;
    return new ImportBatch(id, state, createdAt, createdBy, items.size(), done, failed, items);
  }

  private static int count(List<Item> items, String state) {
    return (int) items.stream().filter(item -> item.state().equals(state)).count();
  }

  boolean working() {
    return state.equals(WORKING);
  }

  /**
   * One document of a batch.
   *
   * @param fileName name of the uploaded file; empty once content of the document is purged
   * @param stepsDone number of steps that are done
   * @param stepsTotal number of steps: one for each picture and one for storing; absent until the
   *     document is read
   * @param importId id of its report, once it is imported
   * @param problem why it failed
   */
  @Schema(name = "ImportBatchItem")
  public record Item(
      @NotNull String fileName,
      @NotNull String state,
      @NotNull Integer stepsDone,
      Integer stepsTotal,
      UUID importId,
      @Schema(ref = "#/components/schemas/Problem") Map<String, Object> problem) {

    static Item waiting(String fileName) {
      return new Item(fileName, WAITING, 0, null, null, null);
    }
  }
}
