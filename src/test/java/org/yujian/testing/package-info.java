/** What tests share: the database, the contract check, resources that only exercise the layer. */
package org.yujian.testing;
