package org.yujian.edition;

import java.util.UUID;

/** Which editions the desk lists; null means all. */
record DeskEditionFilter(UUID account, EditionState state) {}
