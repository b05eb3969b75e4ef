package bench;

import bench.Api.Answer;
import bench.Api.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Callers of one kind that share the load evenly.
 *
 * @param setting the limit that holds for them, {@code yujian.limits.…}
 * @param headers by which each is known
 * @param others further callers of the same kind, for the warm-up
 */
record LimitedCaller(
    String name, String setting, String path, List<String> headers, List<String> others) {
  static final int DEVICES = 50;

  byte[] request(long number) {
    return Requests.get(path, headers.get((int) (number % headers.size())));
  }

  byte[] warmUp(long number) {
    return Requests.get(path, others.get((int) (number % others.size())));
  }

  /** One key, many devices and one address, each asking for the cheapest that counts for it. */
  static List<LimitedCaller> all(Program program, Server server)
      throws IOException, InterruptedException {
    Api api = new Api(server.port, new Tally());
    String key = program.adminKey();
    return List.of(
        new LimitedCaller(
            "one key",
            "key-reads",
            "/v1/desk/accounts?limit=1",
            List.of(bearer(key)),
            List.of(bearer(newKey(api, key)))),
        new LimitedCaller(
            DEVICES + " devices", "device-reads", "/v1/me", devices(api), devices(api)),
        new LimitedCaller(
            "one address",
            "address-reads",
            Requests.LIST,
            List.of("X-Forwarded-For: 192.0.2.1"),
            List.of("X-Forwarded-For: 192.0.2.2")));
  }

  private static String newKey(Api api, String key) throws IOException, InterruptedException {
    Answer made =
        api.send(
            Question.by(key, "key", "POST", "/v1/desk/keys", 201),
            Map.of("label", "bench", "scopes", List.of("content:read")));
    return made.json().path("secret").textValue();
  }

  private static List<String> devices(Api api) throws IOException, InterruptedException {
    List<String> devices = new ArrayList<>();
    for (int i = 0; i < DEVICES; i++) {
      Question question = Question.by(null, "device", "POST", "/v1/devices", 201);
      devices.add(bearer(api.send(question, Map.of()).json().path("accessToken").textValue()));
    }
    return devices;
  }

  private static String bearer(String credential) {
    return "Authorization: Bearer " + credential;
  }
}
