/** Files that survive a crash, and locks on folders. Used by the database and the media storage. */
package org.yujian.shared.files;
