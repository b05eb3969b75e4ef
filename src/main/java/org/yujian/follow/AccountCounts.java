package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Follower counts of the requested accounts.
 *
 * @param items counts of open accounts in the order of the request; other accounts are left out
 */
@Schema(name = "AccountCounts")
public record AccountCounts(@NotNull List<AccountCount> items) {}
