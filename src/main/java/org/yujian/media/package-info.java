/**
 * Pictures of articles, accounts and follow targets: uploads, who may see them, where they are
 * used. Owns the tables {@code picture}, {@code account_picture} and {@code picture_use}. Clients
 * get the one form {@link org.yujian.media.Picture}; things that show a picture keep a copy of it.
 *
 * <p>A picture is stored once under a key made of its content ({@code StoredPicture}), and each
 * account that has it describes it ({@code AccountPicture}). Uses are written by triggers, so that
 * no way of writing an article can forget them. Only renditions are served: originals hold what
 * cameras write, such as the place.
 */
package org.yujian.media;
