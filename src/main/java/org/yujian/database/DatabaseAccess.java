package org.yujian.database;

/**
 * How to connect to an embedded server.
 *
 * @param jdbcUrl address without password; stays valid when the server is restarted
 * @param user role of the program; owns the database and is no superuser
 * @param password password of the role; must not be logged
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
