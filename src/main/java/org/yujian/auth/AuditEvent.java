package org.yujian.auth;

import java.util.UUID;

/**
 * One desk action to be written to the audit.
 *
 * @param action type and verb: {@code edition.publish}, {@code key.revoke}
 * @param thing type of the object as the API names it: {@code edition}
 * @param account account that the object belongs to; null for global objects
 * @param before state before the action, any record that is written as JSON; null when the object
 *     did not exist. Only its hash is stored.
 * @param after state after the action; null when the object is gone
 */
public record AuditEvent(
    String action, String thing, UUID id, UUID account, Object before, Object after) {}
