package org.yujian.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Parameters of connections that the operator did not give in the JDBC URL. A URL with several
 * hosts is that of a primary and its standbys: then the primary is looked for, and a host that does
 * not respond is given up after a few seconds.
 */
public final class ConnectionDefaults {
  private static final String SCHEME = "//";
  private static final String CONNECT_TIMEOUT = "connectTimeout";
  private static final String SOCKET_TIMEOUT = "socketTimeout";
  private static final String CONNECT_SECONDS = "2";

  /** For a single host, which a busy machine may delay, and a start in particular. */
  private static final String LONG_SECONDS = "30";

  private static final int SHORT_SECONDS = 5;

  private ConnectionDefaults() {}

  /** Whether the URL names more than one host. */
  public static boolean hasSeveralHosts(String url) {
    return hosts(url).size() > 1;
  }

  /** The value of a parameter of the URL; null when it is missing. */
  static String given(String url, String parameter) {
    Properties parsed = Driver.parseURL(url, new Properties());
    return parsed == null ? null : parsed.getProperty(parameter);
  }

  /**
   * The properties and what they and the URL leave out. Seconds are limits for a host that does not
   * respond while the connection is made; the caller may set another one afterwards.
   */
  static Properties complete(String url, Properties info) {
    Properties all = new Properties();
    info.stringPropertyNames().forEach(name -> all.setProperty(name, info.getProperty(name)));
    Properties parsed = Driver.parseURL(url, info);
    if (parsed == null) {
      return all;
    }
    int hosts = hosts(url).size();
    supply(all, parsed, CONNECT_TIMEOUT, CONNECT_SECONDS);
    if (hosts <= 1) {
      supply(all, parsed, SOCKET_TIMEOUT, LONG_SECONDS);
      return all;
    }
    supply(all, parsed, SOCKET_TIMEOUT, Integer.toString(SHORT_SECONDS));
    supply(all, parsed, "targetServerType", "primary");
    supply(all, parsed, "hostRecheckSeconds", "2");
    // Enough to give up all hosts but one, and to be late at that one.
    supply(all, parsed, "loginTimeout", Integer.toString(SHORT_SECONDS * (hosts + 1)));
    return all;
  }

  private static void supply(Properties all, Properties parsed, String name, String value) {
    if (parsed.getProperty(name) == null) {
      all.setProperty(name, value);
    }
  }

  /**
   * The URL for work that may wait long for one statement: without a limit after the connection is
   * made, whatever the operator set for others, and to the primary.
   */
  public static String withoutSilenceLimit(String url) {
    if (Driver.parseURL(url, new Properties()) == null) {
      return url;
    }
    StringBuilder all = new StringBuilder(url.replaceAll("(?<=[?&])socketTimeout=[^&]*&?", ""));
    char last = all.charAt(all.length() - 1);
    if (last != '?' && last != '&') {
      all.append(all.indexOf("?") < 0 ? '?' : '&');
    }
    all.append("socketTimeout=0");
    if (hasSeveralHosts(url)) {
      Properties given = Driver.parseURL(url, new Properties());
      if (given.getProperty("targetServerType") == null) {
        all.append("&targetServerType=primary");
      }
    }
    return all.toString();
  }

  /** One URL per host, in their order; the URL itself if it names no host. */
  static List<String> single(String url) {
    List<String> urls = new ArrayList<>();
    int begin = url.indexOf(SCHEME) + SCHEME.length();
    for (String host : hosts(url)) {
      urls.add(url.substring(0, begin) + host + url.substring(end(url, begin)));
    }
    return urls.isEmpty() ? List.of(url) : urls;
  }

  private static List<String> hosts(String url) {
    int scheme = url.indexOf(SCHEME);
    if (scheme < 0) {
      return List.of();
    }
    int begin = scheme + SCHEME.length();
    return List.of(url.substring(begin, end(url, begin)).split(","));
  }

  private static int end(String url, int begin) {
    int end = begin;
    while (end < url.length() && "/?".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
