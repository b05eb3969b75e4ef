/**
 * Shared by all metrics: bounded labels of requests, and numbers read from the database. Dashboard
 * and alert rules are in {@code src/main/monitoring}; a test compares the names.
 */
package org.yujian.shared.metrics;
