/**
 * A reader's home: the feed of everything followed, read and star marks, and the one stream that
 * keeps a device's copy. Owns {@code article_state}; reads follows, articles and accounts through
 * their services, and public changes through package sync.
 */
package org.yujian.home;
