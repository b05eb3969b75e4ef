/**
 * Pages for people who work at the desk, at {@code /desk}: rendered on the server, GET only, read
 * from the services that the API uses too. Owns no tables. Every package may be used here; nothing
 * uses this one.
 *
 * <p>A page resource names its scope with {@code @PermissionsAllowed} and gets the caller from
 * {@link org.yujian.auth.CurrentCaller}, like a resource of the API. {@link
 * org.yujian.desk.DeskPages} leads people without a session to {@link
 * org.yujian.desk.SignInResource}, the only page with forms that the server handles. All other
 * changes go through {@code /v1/desk} from scripts, so that an integrator can do whatever a page
 * can.
 */
package org.yujian.desk;
