/**
 * Readers and their devices, without a name, an address or a phone number. Owns {@code reader},
 * {@code recovery_code}, {@code device}, {@code device_access} and {@code join_code}.
 *
 * <p>A device signs up and has an access token for an hour and a refresh token. All refresh tokens
 * of a device begin with the same random family; the rest is made from the token before it and a
 * salt that only the database has. So the newest token can be told again to whoever shows the one
 * before (an answer was lost), as long as nobody has refreshed with the newest; whoever shows an
 * older one ends the family. Only hashes are stored: neither the database nor a backup of it opens
 * anything. Price: one indexed read for each request of a device, and the end of a device is the
 * end of its row, on every node at once.
 *
 * <p>Everything that a reader changes is done with the reader's row locked ({@link
 * org.yujian.reader.ReaderChanges}) and counted there, so that the reader's other devices learn of
 * it in the order of commits. None of it takes the lock of the change log.
 *
 * <p>Codes end with the device that made them: join codes always, a recovery code when another
 * device of the reader ends its device, for whoever found that one may have read the code. A device
 * that signs itself out leaves its recovery code, which is then the only way back. A recovery code
 * opens the reader as often as it is typed, until it is replaced. Whoever uses, ends or replaces a
 * code locks the reader first, then devices, then codes, and looks at the code again under the
 * lock. Nothing of this is remembered on a node. Rows of releases before 0.6 name no device and
 * count as made by the reader's first one.
 *
 * <p>Other packages keep what belongs to a reader and follow {@link
 * org.yujian.reader.ReadersJoining} and {@link org.yujian.reader.ReaderLeaving}, both within the
 * transaction. Rows that go with the reader and leave nothing need no observer: {@code on delete
 * cascade}.
 */
package org.yujian.reader;
