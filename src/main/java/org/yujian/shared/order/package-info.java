/**
 * The only package with order numbers: {@link org.yujian.shared.order.Stations} of a request,
 * {@link org.yujian.shared.order.StartupOrder} of a start. Depends on nothing, so that every
 * package may use it.
 */
package org.yujian.shared.order;
