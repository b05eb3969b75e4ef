package org.yujian.target;

import java.util.UUID;

/** Ids from the URL of a placement. */
record PlacementRef(UUID followTargetId, UUID placementId) {}
