/**
 * The program as a process: its main class, its commands (one of them starts it for the archive of
 * classes that the build makes), and what it says on the console.
 */
package org.yujian.ops;
