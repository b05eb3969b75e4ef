/**
 * The program as a process: its main class, its commands (one of them starts it for the class
 * archive of the build) and its console output. Also operations across the tables of several
 * features: removing the sample, and renewing name keys after an upgrade.
 */
package org.yujian.ops;
