package org.yujian.shared.html;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.yujian.shared.settings.Settings;

/** Formats times for page templates in the zone {@code yujian.time-zone}. */
@Named("dates")
@ApplicationScoped
public class PageDates {

  private static final Map<PageLanguage, DateTimeFormatter> DAYS =
      Map.of(PageLanguage.ZH, format("y年M月d日"), PageLanguage.EN, format("d MMMM y"));
  private static final Map<PageLanguage, DateTimeFormatter> MOMENTS =
      Map.of(PageLanguage.ZH, format("y年M月d日 HH:mm"), PageLanguage.EN, format("d MMMM y, HH:mm"));

  private static final DateTimeFormatter TIME = format("HH:mm");

  private final ZoneId zone;

  @Inject
  PageDates(Settings settings) {
    zone = settings.timeZone();
  }

  public String day(Instant at, PageLanguage language) {
    return DAYS.get(language).format(at.atZone(zone));
  }

  public String moment(Instant at, PageLanguage language) {
    return MOMENTS.get(language).format(at.atZone(zone));
  }

  public String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
