/** Authenticated encryption of what is stored, and message authentication. */
package org.yujian.shared.crypto;
