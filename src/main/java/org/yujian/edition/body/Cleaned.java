package org.yujian.edition.body;

import java.util.List;

/** A body as it was read, and what of the given text is not in it. */
public record Cleaned(Body body, List<Dropped> dropped) {}
