/**
 * The desk as pages for people, {@code /desk/…}: Qute templates that read from the services of the
 * desk API. Owns no table.
 *
 * <p>Pages only show. What they change goes through the desk API ({@code /v1/desk/…}) by one script
 * for all forms, {@code pages/desk/desk.js}; so an integrator can do whatever a page does, ETags
 * and problems are the same, and there is no second way to write. Price: nothing can be changed
 * without scripts.
 */
package org.yujian.desk;
