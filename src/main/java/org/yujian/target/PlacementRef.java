package org.yujian.target;

import java.util.UUID;

/** Identifies a placement like its URL does. */
record PlacementRef(UUID followTargetId, UUID placementId) {}
