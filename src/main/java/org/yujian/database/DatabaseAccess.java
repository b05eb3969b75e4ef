package org.yujian.database;

/**
 * How to connect to an embedded server.
 *
 * @param jdbcUrl the address; stays valid when the server is restarted, holds no password
 * @param user the role to work as; owns the database and is no superuser
 * @param password the role's password; to be kept out of logs
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
