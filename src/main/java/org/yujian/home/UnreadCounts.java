package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is unread of followed accounts, in the order of the list of follows.
 *
 * @param items counts in the order of the list of follows
 */
@Schema(name = "UnreadCounts")
public record UnreadCounts(@NotNull List<UnreadCount> items) {}
