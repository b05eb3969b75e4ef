/**
 * The embedded PostgreSQL: real server binaries from the class path, unpacked, started, watched and
 * stopped by this package, so that one command is enough to try Yujian. Also the checks that any
 * database has to pass before the program works on it. Owns no tables.
 *
 * <p>Decisions and their price:
 *
 * <ul>
 *   <li>An own launcher over the published archives: the usual starter is made for tests and does
 *       not come back after a crash. Price: some ten small classes, and macOS and Windows are not
 *       tried.
 *   <li>One archive per package, chosen by the build machine: 15 MB instead of 75. Price: a package
 *       runs its own server only on the kind of machine that built it.
 *   <li>Everything lies under {@code <data-dir>/postgres}, programs too: a process is recognised as
 *       ours by its path, never by a number from a file. Price: 60 MB per data folder, and a file
 *       system that may execute programs.
 *   <li>The server is a child in a session of its own: its death is seen at once and Ctrl-C reaches
 *       only Yujian. After kill -9 it lives on until the next start stops it.
 *   <li>fsync and what belongs to it are fixed on the command line; sizes are written once into
 *       postgresql.conf and are the operator's to change.
 *   <li>The program works as a plain role, as it would on a server of one's own.
 * </ul>
 */
package org.yujian.database;
