package org.yujian.body;

import java.util.List;

/** A body read from an editor's input, with the parts of the input that it does not contain. */
public record Cleaned(Body body, List<Dropped> dropped) {}
