/**
 * The clocks. What is stored takes its time from the database ({@link
 * org.yujian.shared.time.DatabaseClock}), everything else from the injected {@link
 * java.time.Clock}; nobody else asks the system.
 */
package org.yujian.shared.time;
