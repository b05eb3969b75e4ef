package org.yujian.target;

import java.util.UUID;

/** Names a placement, as its address does. */
record PlacementRef(UUID followTargetId, UUID placementId) {}
