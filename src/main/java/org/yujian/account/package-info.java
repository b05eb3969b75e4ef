/**
 * Public accounts (公众号). Owns the table {@code account} and reads no other table.
 *
 * <p>The row of an account is the first lock: code that changes content of an account locks it
 * ({@link org.yujian.account.AccountService#lock}), then the edition, then the change log. Price:
 * two editors of one account wait for each other. In return, this order excludes deadlocks.
 *
 * <p>A handle never changes, so links by {@code @handle} stay valid. An account created by an
 * import is hidden until its first edition goes live. Data that follows an account (its follow
 * target, editions) is updated through {@link org.yujian.account.AccountContent}.
 */
package org.yujian.account;
