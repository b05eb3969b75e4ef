package org.yujian.account;

import java.util.UUID;

/**
 * An account that closes in the current transaction; its row is locked.
 *
 * @param publicNote note for readers; may be null
 * @param internalNote note that only the desk sees; may be null
 */
public record AccountClosing(UUID accountId, String publicNote, String internalNote) {}
