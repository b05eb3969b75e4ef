package org.yujian.editing;

import org.yujian.edition.EditionState;

/** Filter of the edition list; {@code account} is an id or {@code @handle}, null for all. */
public record DeskEditionFilter(String account, EditionState state) {}
