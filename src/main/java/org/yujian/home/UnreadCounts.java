package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Unread articles of followed accounts.
 *
 * @param items counts in the order of the list of follows
 */
@Schema(name = "UnreadCounts")
public record UnreadCounts(@NotNull List<UnreadCount> items) {}
