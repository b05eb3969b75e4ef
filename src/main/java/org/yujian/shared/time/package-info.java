/**
 * The clocks. Stored times come from the database ({@link org.yujian.shared.time.DatabaseClock}),
 * all others from the injected {@link java.time.Clock}; nothing else reads the system clock.
 */
package org.yujian.shared.time;
