/**
 * Turns the bytes of an uploaded picture into renditions for phones. Knows no HTTP, no database and
 * no storage; {@link org.yujian.media.rendering.PictureRenderer} is the only way in.
 *
 * <p>The header is read in this process by code of our own, which allocates nothing that the file
 * asks for. Pixels are decoded in a child process with its own heap and time limit, because
 * decoders written in C and Java take memory and time as a file wants it. Price: each picture costs
 * the start of a Java process, about a quarter of a second of CPU.
 *
 * <p>Renditions are written from pixels only. No metadata of the original (place, camera, color
 * profile, orientation) can reach them.
 */
package org.yujian.media.rendering;
