package org.yujian.target;

import java.util.UUID;

/** A public follow target's place in an edition that shows it. */
record PlacedTarget(UUID editionId, int position, UUID targetId) {}
