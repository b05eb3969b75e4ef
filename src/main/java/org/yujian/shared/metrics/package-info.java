/**
 * What all metrics share: bounded labels of requests, and numbers that the database is asked for.
 * Dashboard and alert rules that use them lie in {@code src/main/monitoring}; a test compares the
 * names.
 */
package org.yujian.shared.metrics;
