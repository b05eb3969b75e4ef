package org.yujian.sync;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.change.ChangedThing;
import org.yujian.change.LogFilter;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.UuidList;

/** Parses the filters of sync and of live hints. */
final class SyncFilters {
  private static final String NAMES = "account, edition, article, tag, followTarget";
  static final int IN_ADDRESS = 100;

  private SyncFilters() {}

  static LogFilter of(String types, String accounts) {
    List<String> ids = list(accounts);
    if (ids.size() > IN_ADDRESS) {
      throw bad("accounts", "size", 0, IN_ADDRESS);
    }
    return new LogFilter(
        read("types", list(types), SyncFilters::thing, "value", NAMES),
        read("accounts", ids, SyncFilters::uuid, "uuid"));
  }

  static LogFilter of(SyncRequest request) {
    List<String> types = request.types() == null ? List.of() : request.types();
    Set<ChangedThing> things = new HashSet<>();
    for (int i = 0; i < types.size(); i++) {
      try {
        things.add(thing(types.get(i)));
      } catch (IllegalArgumentException unknown) {
        throw ProblemCode.INVALID_BODY.problem().with(FieldError.at("/types/" + i, "value", NAMES));
      }
    }
    List<UUID> accounts = request.accounts() == null ? List.of() : request.accounts();
    return new LogFilter(things, Set.copyOf(accounts));
  }

  private static <T> Set<T> read(
      String name, List<String> words, Function<String, T> reader, String code, Object... of) {
    try {
      return words.stream().map(reader).collect(HashSet::new, Set::add, Set::addAll);
    } catch (IllegalArgumentException e) {
      throw bad(name, code, of);
    }
  }

  private static List<String> list(String words) {
    return words == null || words.isEmpty() ? List.of() : Arrays.asList(words.split(",", -1));
  }

  private static ChangedThing thing(String name) {
    return ChangedThing.of(name.strip());
  }

  private static UUID uuid(String text) {
    String id = text.strip();
    if (!UuidList.isId(id)) {
      throw new IllegalArgumentException(text);
    }
    return UUID.fromString(id);
  }

  private static Problem bad(String name, String code, Object... arguments) {
    return ProblemCode.INVALID_PARAMETER
        .problem(name)
        .with(FieldError.parameter(name, code, arguments));
  }
}
