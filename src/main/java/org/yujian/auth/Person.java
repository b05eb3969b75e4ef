package org.yujian.auth;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody whom an identity provider has authenticated.
 *
 * @param subject identifies the person at the issuer; names are not unique and change
 * @param accounts accounts that the person is limited to; null means all and global objects
 */
public record Person(
    String issuer, String subject, String name, Set<String> scopes, Set<UUID> accounts) {}
