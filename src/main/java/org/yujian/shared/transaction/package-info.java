/** Shared by all transactions: snapshots, and retries after a conflict or a lost database. */
package org.yujian.shared.transaction;
