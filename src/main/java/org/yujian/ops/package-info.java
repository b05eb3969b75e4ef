/** The program as a process: its main class, its commands, and what it says on the console. */
package org.yujian.ops;
