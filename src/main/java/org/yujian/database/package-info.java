/**
 * The embedded PostgreSQL. This package unpacks, starts, watches and stops real server binaries
 * from the class path, so that one command is enough to try Yujian. It also checks every database,
 * embedded or external, before the program uses it. Owns no tables.
 *
 * <p>Decisions and their price:
 *
 * <ul>
 *   <li>A launcher of our own for the published archives: the usual library is made for tests and
 *       does not restart the server after a crash. Price: some ten small classes, and macOS and
 *       Windows are untested.
 *   <li>One archive per package, chosen by the build machine: 15 MB instead of 75. Price: a package
 *       runs its server only on the kind of machine that built the package.
 *   <li>All files, programs included, are in {@code <data-dir>/postgres}, so that a process is
 *       recognized as ours by its path, never by a number from a file. Price: 60 MB per data
 *       folder, and a file system that may execute programs.
 *   <li>The server is a child process in another session: its death is noticed at once and Ctrl-C
 *       reaches only Yujian. Price: after kill -9 the server runs until the next start stops it.
 *   <li>fsync and related settings are fixed on the command line. Sizes are written once into
 *       postgresql.conf, where the operator may change them.
 *   <li>Migrations run while nodes of the previous release serve: one node at a time, with short
 *       waits for locks that are tried again. Price: rules about what a migration may do, and a
 *       start that may take ten minutes before it gives up.
 *   <li>The program works as an ordinary role, like on an external server.
 *   <li>After a fail-over no node writes to the old primary: each one keeps the highest timeline
 *       that it has seen in the file {@code database-timeline}. Price: one round trip for each new
 *       connection, one expression in the statement that takes the log's lock, and a file that has
 *       to be deleted before a node accepts an older copy of the same cluster.
 * </ul>
 */
package org.yujian.database;
