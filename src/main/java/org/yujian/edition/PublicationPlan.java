package org.yujian.edition;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * Everything that one transaction publishes together.
 *
 * @param editions ids of editions of one account, in the order in which the feed shows them
 * @param corrected ids of live articles whose drafts replace the live content
 * @param changes rows for the change log that the transaction already has to write
 */
public record PublicationPlan(
    List<UUID> editions, Collection<UUID> corrected, Correction correction, List<Change> changes) {}
