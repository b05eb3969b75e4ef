/**
 * Readers and their devices, without a name, an address or a phone number. Owns {@code reader},
 * {@code recovery_code}, {@code device}, {@code device_access} and {@code join_code}.
 *
 * <p>A device signs up and gets an access token for an hour and a refresh token. All refresh tokens
 * of a device begin with the same random family; the rest is derived from the previous token and a
 * salt that only the database has. So a client that lost a response gets the newest token again for
 * the previous one, until the newest is used. An older token ends the family. Only hashes are
 * stored: neither the database nor a backup of it grants access. Price: one indexed read for each
 * request of a device. Deleting its row ends a device on every node at once.
 *
 * <p>A browser that follows without the app is a device too ({@link
 * org.yujian.reader.BrowserSession}). Its cookie holds one long random secret instead of a family
 * of tokens, because pages and pictures are requested in parallel and forms are sent twice. Price:
 * a stolen cookie works until its device is ended or unused for 400 days. A browser gets no
 * recovery code; signing it out deletes a reader whom nothing could open again.
 *
 * <p>Every change of a reader's data locks the reader's row ({@link
 * org.yujian.reader.ReaderChanges}) and gets a number there, so that the reader's other devices
 * receive changes in the order of commits. No such change locks the change log.
 *
 * <p>Join codes end with the device that made them. A recovery code ends when another device of the
 * reader ends its device, because whoever found a lost device may have read the code. A device that
 * signs itself out leaves its recovery code, which is then the only way back. A recovery code opens
 * the reader any number of times until it is replaced. Using, ending or replacing a code locks the
 * reader first, then devices, then codes, and checks the code again under the lock. Nodes cache
 * none of this. Rows of releases before 0.6 name no device and count as made by the reader's first
 * one.
 *
 * <p>Other packages keep data of a reader and observe {@link org.yujian.reader.ReadersJoining} and
 * {@link org.yujian.reader.ReaderLeaving}, both within the transaction. Rows that {@code on delete
 * cascade} removes need no observer.
 */
package org.yujian.reader;
