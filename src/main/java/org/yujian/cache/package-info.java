/**
 * Remembered bytes: a public read that was answered before is answered again from memory while the
 * change log says that nothing it depends on has changed (design E1–E6). Owns no tables.
 *
 * <p>To have an answer remembered, mark the resource method {@code @PublicRead} and say in the
 * service, where the rows are read, what they belong to: {@link org.yujian.cache.Dependencies#on}.
 * What says nothing is made anew each time, so forgetting to say it costs time and never shows an
 * old state; saying too little shows one. {@code RememberedBytesTest} compares remembered bytes
 * with new ones after every kind of change.
 *
 * <p>A plain GET is answered on the event loop before JAX-RS sees it ({@code HotReads}); pages,
 * keys and everything unusual go through the same memory on a worker thread ({@code Remembering}).
 *
 * <p>Nobody clears anything by hand: a node that reads the log knows at once what is out of date,
 * one that has not read it for a second stops using what it has, except while the database is away:
 * then it goes on with what it knows, for an hour. Personal and desk answers never come here.
 * Price: the bytes' memory, and each node makes its own.
 */
package org.yujian.cache;
