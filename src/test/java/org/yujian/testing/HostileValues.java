package org.yujian.testing;

import java.util.List;

/** What hostile requests are made of. */
final class HostileValues {
  static final String ID = "0190a000-0000-7000-8000-000000000000";

  static final List<String> VALUES =
      List.of(
          ID,
          "0190a000-0000-7000-8000-00000000000g",
          "",
          "0",
          "-1",
          "x",
          "null",
          "%00",
          "a%00b",
          "%ff",
          "%ED%A0%80",
          "%F0%9F%92%A9",
          "9223372036854775808",
          "1e999",
          "NaN",
          "true",
          "1-1-1-1-1",
          "../../etc/passwd",
          "..%2f..",
          "%2e%2e",
          "'%20or%201=1--",
          "%3Cscript%3E",
          "2026-11-24T08:00:00",
          "9999999-01-01T00:00:00Z",
          "@",
          "@%E5%90%8D",
          "a".repeat(1_500),
          "MWRmMQ",
          "AAAAAAAAAAAAAAAA",
          "%25",
          "+",
          "%E8%B1%AB%E8%A7%81",
          ",,,",
          ID + "," + ID);

  static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "{",
          "[]",
          "{}",
          "\"x\"",
          "5",
          "{\"a\":1,\"a\":2}",
          "{\"\\u0000\":1}",
          "{\"title\":\"\\u0000\"}",
          "{\"name\":\"\\ud800\"}",
          "{} {}",
          "\u00ef\u00bb\u00bf{}",
          "\u0000",
          "[".repeat(500),
          "{\"a\":".repeat(100),
          "{\"x\":1e999999}",
          "{\"x\":" + "9".repeat(2_000) + "}",
          "<a/>",
          "{\"title\":\"" + "a".repeat(100_000) + "\"}");

  static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json;charset=UTF-16",
          "application/merge-patch+json",
          "text/plain",
          "rubbish",
          "/",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "application/json; charset=nonsense",
          "*/*");

  static final List<String> FORMS =
      List.of(
          "--x",
          "--x--\r\n",
          "--x\r\n\r\n\r\n--x--",
          "--x\r\nContent-Disposition: rubbish\r\n\r\nabc\r\n--x--",
          "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc",
          "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--x--\r\n",
          "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n"
              + "Content-Type: rubbish\r\n\r\n\u0000\u00ff\r\n--x--\r\n",
          "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n# x\r\n--x--\r\n",
          "--x\r\nContent-Disposition: form-data; name=\"publish\"\r\n\r\nmaybe\r\n--x--\r\n");

  static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "FOO");

  private HostileValues() {}
}
