/**
 * The desk as pages for people, {@code /desk/…}: Qute templates that read from the services of the
 * desk API. Owns no table.
 *
 * <p>A page resource names its scope with {@code @PermissionsAllowed} and gets the caller from
 * {@link org.yujian.auth.CurrentCaller}, like a resource of the API. {@link
 * org.yujian.desk.DeskHeaders} leads people without a session to {@link
 * org.yujian.desk.SignInResource}, the only page with forms that the server handles.
 *
 * <p>All other changes go through the desk API ({@code /v1/desk/…}) by one script for all forms,
 * {@code pages/desk/desk.js}; so an integrator can do whatever a page does, ETags and problems are
 * the same, and there is no second way to write. Price: nothing can be changed without scripts.
 */
package org.yujian.desk;
