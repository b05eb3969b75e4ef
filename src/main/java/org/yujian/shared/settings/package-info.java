/** The settings of Yujian, in one mapping. Every package may read them. */
package org.yujian.shared.settings;
