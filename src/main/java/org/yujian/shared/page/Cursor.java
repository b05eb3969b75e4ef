package org.yujian.shared.page;

import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.shared.json.StorableText;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.text.Sha256;

/**
 * Position in a list and the direction to read from there, opaque to clients (base64url) but not
 * secret. A checksum turns damage and use with other filters into an error instead of a wrong page.
 */
public record Cursor(Direction direction, PageKey key) {
  private static final char VERSION = '1';
  private static final int CHECK_BYTES = 8;
  private static final int MAX_LENGTH = 2_000;

  public String encode(String filters) {
    byte[] content = content();
    ByteBuffer all = ByteBuffer.allocate(content.length + CHECK_BYTES);
    all.put(check(content, filters)).put(content);
    return Base64Url.encode(all.array());
  }

  /** Reads the result of {@link #encode}; throws {@code invalid-cursor} for any other text. */
  public static Cursor decode(String text, String filters, Class<? extends PageKey> kind) {
    Cursor cursor = read(text, kind);
    if (!cursor.encode(filters).equals(text)) {
      throw ProblemCode.INVALID_CURSOR.problem();
    }
    return cursor;
  }

  /** As {@link #decode}; empty for a cursor of another list, or with other filters. */
  static Optional<Cursor> ifFits(String text, String filters, Class<? extends PageKey> kind) {
    try {
      return Optional.of(decode(text, filters, kind));
    } catch (Problem other) {
      return Optional.empty();
    }
  }

  /**
   * The position of a cursor of any list with any filters; throws {@code invalid-cursor} on visible
   * damage. Does not verify the checksum: the caller must check that an item exists there.
   */
  public static PageKey placeOf(String text, Class<? extends PageKey> kind) {
    return read(text, kind).key;
  }

  private static Cursor read(String text, Class<? extends PageKey> kind) {
    try {
      if (text.length() > MAX_LENGTH) {
        throw new IllegalArgumentException("too long");
      }
      byte[] all = Base64Url.decode(text);
      Cursor cursor = read(Arrays.copyOfRange(all, CHECK_BYTES, all.length));
      if (!kind.isInstance(cursor.key)) {
        throw new IllegalArgumentException("another kind of list");
      }
      return cursor;
    } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException e) {
      throw ProblemCode.INVALID_CURSOR.problem().causedBy(e);
    }
  }

  private byte[] content() {
    String head = "" + VERSION + direction.mark();
    return (head + text(key)).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(PageKey key) {
    if (key instanceof PageKey.Feed feed) {
      return "f" + feed.order();
    }
    if (key instanceof PageKey.Ranked ranked) {
      return String.format(
          Locale.ROOT,
          "r%d %s %d %d %s %s",
          ranked.tier(),
          ranked.score(),
          ranked.order(),
          ranked.top(),
          joined(ranked.basis().floors()),
          joined(ranked.basis().weights()));
    }
    PageKey.Named named = (PageKey.Named) key;
    return "n" + named.id() + named.text();
  }

  private static Cursor read(byte[] content) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    if (text.charAt(0) != VERSION) {
      throw new IllegalArgumentException("unknown version");
    }
    Direction direction = Direction.of(text.charAt(1));
    String rest = text.substring(3);
    PageKey key =
        switch (text.charAt(2)) {
          case 'f' -> PageKey.feed(Long.parseLong(rest));
          case 'n' -> named(rest);
          case 'r' -> ranked(rest.split(" ", -1));
          default -> throw new IllegalArgumentException("unknown key");
        };
    return new Cursor(direction, key);
  }

  private static PageKey named(String rest) {
    String text = rest.substring(36);
    if (!StorableText.accepts(text)) {
      throw new IllegalArgumentException("no key of ours");
    }
    return PageKey.named(text, UUID.fromString(rest.substring(0, 36)));
  }

  private static PageKey ranked(String[] rest) {
    return new PageKey.Ranked(
        Integer.parseInt(rest[0]),
        Double.parseDouble(rest[1]),
        Long.parseLong(rest[2]),
        Long.parseLong(rest[3]),
        new PageKey.Basis(numbers(rest[4], Long::valueOf), numbers(rest[5], Double::valueOf)));
  }

  private static String joined(List<?> numbers) {
    return numbers.stream().map(String::valueOf).collect(joining(","));
  }

  private static <T> List<T> numbers(String joined, Function<String, T> number) {
    return joined.isEmpty() ? List.of() : Arrays.stream(joined.split(",", -1)).map(number).toList();
  }

  private static byte[] check(byte[] content, String filters) {
    byte[] more = filters.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(content.length + 1 + more.length);
    all.put(content).put((byte) 0).put(more);
    return Arrays.copyOf(Sha256.of(all.array()), CHECK_BYTES);
  }
}
