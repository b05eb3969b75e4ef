/**
 * Public accounts (公众号). Owns the table {@code account}; reads nothing else.
 *
 * <p>The account's row is the root of the locks: who changes content of an account locks it first
 * ({@link org.yujian.account.AccountService#lock}), then the edition, then the change log. Price:
 * two editors of one account wait for each other, and no order of locks can deadlock.
 *
 * <p>A handle never changes, so links by {@code @handle} last. An account made by an import is
 * hidden until its first edition goes live. Who goes along with an account (its follow target)
 * observes {@link org.yujian.account.AccountChanged}.
 */
package org.yujian.account;
