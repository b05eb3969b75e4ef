package org.yujian.ingest;

import java.util.List;
import java.util.UUID;

/**
 * A waiting document that a node has claimed.
 *
 * @param claim identifies this attempt; a row with another claim belongs to another attempt
 * @param keyId key of the upload
 * @param attempts number of attempts, this one included
 */
record ImportWork(UUID id, UUID claim, UUID keyId, int attempts, ImportRequest request) {

  /** The options of an import, stored beside the document. */
  record Options(
      String account, List<String> tags, boolean publish, boolean force, List<UUID> updates) {

    static Options of(ImportRequest request) {
      return new Options(
          request.account(), request.tags(), request.publish(), request.force(), request.updates());
    }

    ImportRequest request(String fileName, String type, byte[] bytes) {
      return new ImportRequest(fileName, type, bytes, account, tags, publish, force, updates);
    }
  }

  /** Another attempt has the document, or the program ends; this attempt stores nothing. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("The claim is lost", null, false, false);
    }
  }
}
