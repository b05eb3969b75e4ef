/**
 * Child processes for code that cannot be bounded inside this one: libraries that read old Word
 * files, PDF and pictures take memory and stack as a file wants it.
 */
package org.yujian.shared.process;
