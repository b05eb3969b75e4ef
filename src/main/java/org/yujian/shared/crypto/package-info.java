/** Authenticated encryption of what is stored. */
package org.yujian.shared.crypto;
