package org.yujian.change;

import java.util.UUID;

/**
 * Why the public does not see a thing any more that it once knew.
 *
 * @param account whose it is; null when nobody's
 * @param reason {@code withdrawn} or {@code closed}
 * @param detail the public class of a withdrawal; else null
 */
public record Absence(UUID id, long version, UUID account, String reason, String detail) {}
