/**
 * The program as a process: its main class, its commands (one of them starts it for the archive of
 * classes that the build makes), and what it says on the console. Also what goes across the tables
 * of several features: removing the sample, and renewing keys of names after an upgrade.
 */
package org.yujian.ops;
