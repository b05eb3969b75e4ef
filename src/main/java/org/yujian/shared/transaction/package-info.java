/** What transactions of all features share: trying once more when another one came first. */
package org.yujian.shared.transaction;
