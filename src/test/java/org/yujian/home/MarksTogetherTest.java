package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Seed;
import org.yujian.testing.Together;

/** Devices of one reader at the same time, readers who become one, readers who leave. */
@QuarkusTest
class MarksTogetherTest extends MarkingTest {
  private static final Instant BEGIN = Instant.parse(EARLY);

  @Test
  void devicesThatRaceEndWithTheLatestOfAll() {
    Random random = Seed.random("marksTogether");
    List<String> articles = publish("甲社区", 12);
    Phone phone = Phone.signUp();
    List<Phone> devices = new ArrayList<>(List.of(phone));
    for (int i = 0; i < 3; i++) {
      devices.add(Phone.signUp(Map.of("recoveryCode", phone.recoveryCode())));
    }
    Map<String, String> starred = new HashMap<>();
    Map<String, String> placed = new HashMap<>();
    List<List<Map<String, Object>>> batches = new ArrayList<>();
    for (int i = 0; i < 4 * 6; i++) {
      List<Map<String, Object>> ops = new ArrayList<>();
      for (int k = 0; k < 15; k++) {
        String article = articles.get(random.nextInt(articles.size()));
        // Never the same moment twice, so that there is one end whatever comes first.
        String at =
            BEGIN.plusNanos(1_000L * (random.nextInt(1_000_000) * 1_000L + i * 15 + k)).toString();
        boolean star = random.nextBoolean();
        ops.add(op(article, at, "star", star, "position", place("b", i * 15 + k)));
        starred.merge(article, at + " " + star, MarksTogetherTest::later);
        placed.merge(article, at + " " + (i * 15 + k), MarksTogetherTest::later);
      }
      batches.add(ops);
    }
    Together.run(
        4,
        number ->
            () -> {
              for (int i = number; i < batches.size(); i += 4) {
                ok(send(devices.get(number), batches.get(i)), 200);
              }
              return null;
            });
    assertEnd(marks(phone, articles.toArray(String[]::new)), starred, placed);
    assertThat(tables().number("select count(distinct seq) from article_state"))
        .isEqualTo(starred.size());
    assertThat(tables().number("select max(seq) from article_state")).isEqualTo(seq(phone));
  }

  private static void assertEnd(
      JsonPath end, Map<String, String> starred, Map<String, String> placed) {
    for (int i = 0; i < end.getList("items").size(); i++) {
      String item = "items[" + i + "].";
      String article = end.getString(item + "articleId");
      assertThat(instant(end.getString(item + "starAt")) + " " + end.getBoolean(item + "star"))
          .isEqualTo(starred.get(article));
      assertThat(
              instant(end.getString(item + "position.at"))
                  + " "
                  + end.getInt(item + "position.offset"))
          .isEqualTo(placed.get(article));
    }
    assertThat(end.getList("items")).hasSize(starred.size());
  }

  private static Instant instant(String text) {
    return Instant.parse(text);
  }

  private static String later(String one, String other) {
    Instant at = instant(one.split(" ")[0]);
    return instant(other.split(" ")[0]).isAfter(at) ? other : one;
  }

  @Test
  void whoBecomeOneHaveTheUnionOfTheirMarks() {
    List<String> articles = publish("甲社区", 6);
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp();
    String both = articles.get(0);
    mark(phone, op(both, EARLY, "read", true, "rev", 1, "position", place("phone", 1)));
    mark(phone, op(both, LATE, "star", true), op(articles.get(1), EARLY, "star", true));
    tables().runLogged("update article set live_rev = 2, version = version + 1 where position = 1");
    mark(tablet, op(both, LATE, "read", true, "position", place("tablet", 2)));
    mark(tablet, op(both, EARLY, "star", false), op(articles.get(2), LATE, "star", true));
    mark(
        tablet, op(articles.get(1), LATE, "star", false), op(articles.get(3), EARLY, "star", true));
    mark(phone, op(articles.get(4), EARLY, "star", true, "position", place("phone", 1)));
    mark(tablet, op(articles.get(4), LATE, "star", true, "read", true));
    mark(phone, op(articles.get(5), EARLY, "read", true));
    long before = seq(phone);
    ok(tablet.join(phone.joinCode()), 200);
    JsonPath united = marks(tablet, articles.toArray(String[]::new));
    assertThat(marks(phone, articles.toArray(String[]::new)).getList("items"))
        .isEqualTo(united.getList("items"));
    assertThat(united.getList("items.read")).containsExactly(true, false, false, false, true, true);
    assertThat(united.getList("items.star")).containsExactly(true, false, true, true, true, false);
    assertThat(united.getInt("items[0].readRev")).isEqualTo(2);
    assertThat(united.getString("items[0].readAt")).isEqualTo(LATE);
    assertThat(united.getString("items[0].starAt")).isEqualTo(LATE);
    assertThat(united.getString("items[0].position.blockId")).isEqualTo("tablet");
    assertThat(united.getString("items[4].position.blockId")).isEqualTo("phone");
    assertThat(united.getString("items[4].starAt")).isEqualTo(LATE);
    // Theirs come after what the phone had starred, in their order.
    assertThat(phone.read("/v1/me/stars").getList("items.mark.articleId"))
        .containsExactly(articles.get(3), articles.get(2), articles.get(4), both);
    assertThat(tables().number("select count(*) from article_state")).isEqualTo(6);
    assertThat(
            tables().number("select count(distinct seq) from article_state where seq > ?", before))
        .isEqualTo(5);
    assertThat(tables().number("select max(seq) from article_state")).isEqualTo(seq(phone));
  }

  @Test
  void whoLeavesTakesAllMarksAlong() {
    List<String> articles = publish("甲社区", 3);
    Phone phone = Phone.signUp();
    Phone other = Phone.signUp();
    read(phone, articles);
    read(other, articles.subList(0, 1));
    assertThat(phone.request().delete("/v1/me").statusCode()).isEqualTo(204);
    assertThat(count("article_state")).isEqualTo(1);
  }
}
