package org.yujian.auth;

import java.util.UUID;

/**
 * One action at the desk, as the audit keeps it.
 *
 * @param action verb and thing in standard words: {@code edition.publish}, {@code key.revoke}
 * @param thing the type, as the API names it: {@code edition}
 * @param account the account that it belongs to; null for global things
 * @param before what the desk saw before, any record that is written as JSON; null: it did not
 *     exist. Only its hash is kept.
 * @param after the same afterwards; null: it is gone
 */
public record Audited(
    String action, String thing, UUID id, UUID account, Object before, Object after) {}
