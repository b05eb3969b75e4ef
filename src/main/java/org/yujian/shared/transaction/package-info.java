/**
 * What transactions of all features share: trying once more when another one came first, or when
 * the database is away.
 */
package org.yujian.shared.transaction;
