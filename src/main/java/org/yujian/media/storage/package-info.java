/**
 * The bytes of pictures, by name: in a folder, or in a bucket of an S3-compatible server. No HTTP
 * and no tables; the rows that name the files are in {@code media}.
 *
 * <p>Decisions and their price:
 *
 * <ul>
 *   <li>A file is whole or not there: it is written under another name, synced and renamed. Price:
 *       two to four syncs per file.
 *   <li>Each file carries a CRC-32C, behind its bytes in a folder and as metadata in a bucket.
 *       Reading a whole file verifies it before the last bytes are handed out, so that a client
 *       sees a damaged file as an interrupted transfer; the sweep finds the others. Price: files in
 *       the folder are eight bytes longer, and parts of a file are not verified.
 *   <li>A folder belongs to one process unless it is declared shared: two nodes with folders of
 *       their own would each lack the other's pictures.
 * </ul>
 */
package org.yujian.media.storage;
