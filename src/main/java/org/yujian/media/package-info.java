/** Pictures. So far only their shape in answers; uploads come with their own issue. */
package org.yujian.media;
