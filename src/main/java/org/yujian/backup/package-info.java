/**
 * Backup and restore: commands of the program, and backups by night. Copies every table of the
 * other packages without knowing what is in it, and the files of the pictures. Owns no table that
 * lasts; {@code restore_unfinished} exists only while a restore runs, or after it was interrupted.
 *
 * <p>Decisions and their price:
 *
 * <ul>
 *   <li>A program of our own: the embedded PostgreSQL has no {@code pg_dump}. Price: some ten
 *       classes.
 *   <li>COPY in text format, which survives a change of column types and the next major version of
 *       PostgreSQL. Price: larger than the binary format before it is compressed.
 *   <li>All tables in one snapshot, derived ones as well, so that a restored program serves at
 *       once. Price: larger files.
 *   <li>One ZIP file that any tool opens. Its comment holds the SHA-256 of all other bytes, so that
 *       a cut or changed file is recognized before anything is restored. Price: a file is read
 *       twice.
 *   <li>Foreign keys are dropped and added again in the loading transaction, because switching them
 *       off takes a superuser. Price: the role must own the tables.
 *   <li>After the rows are loaded they are copied out again and compared. Price: a second pass over
 *       all rows.
 *   <li>A copy in a bucket is compared by its server, part by part with an MD5, and by its length;
 *       reading it back each night would cost traffic. Price: {@code verify s3://…} is for who
 *       wants to know that it can be read.
 *   <li>Keys that lie in files of the data folder are not in a backup: whoever finds one cannot
 *       read the secrets of webhooks. Price: {@code secret-key} has to be kept apart.
 * </ul>
 */
package org.yujian.backup;
