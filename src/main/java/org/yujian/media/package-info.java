/** Pictures. So far only their form in responses; there are no uploads yet. */
package org.yujian.media;
