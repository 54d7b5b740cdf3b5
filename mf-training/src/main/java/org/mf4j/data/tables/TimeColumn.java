package org.mf4j.data.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.NumberText;

/**
 * Times as numbers, which only their order and their distances matter of. The whole column is
 * written in one way: numbers, ISO 8601 with or without the T and an offset, {@code 31.12.2024
 * 23:59}, {@code 12/31/2024} or {@code 31/12/2024}, whichever all of it fits.
 */
final class TimeColumn {
  /** Every way of writing; what it does not fit becomes NaN. */
  private static final List<ToDoubleFunction<String>> WAYS =
      List.of(TimeColumn::number, of("y-M-d"), of("y/M/d"), of("d.M.y"), of("d/M/y"), of("M/d/y"));

  private TimeColumn() {}

  /**
   * The times of some rows.
   *
   * @return seconds or numbers, one a row
   * @throws IllegalArgumentException if they fit no way of writing, or two that differ; the message
   *     is the end of a sentence that begins with the column
   */
  static double[] parse(List<String> texts) {
    List<double[]> fitting = new ArrayList<>();
    int furthest = 0;
    for (ToDoubleFunction<String> way : WAYS) {
      double[] times = new double[texts.size()];
      int read = read(texts, way, times);
      furthest = Math.max(furthest, read);
      if (read == times.length) {
        fitting.add(times);
      }
    }
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException(
          "has "
              + ForeignText.quote(texts.get(furthest))
              + ", which is no number and no date written as those before; write 2024-12-31 or"
              + " 2024-12-31T23:59:59.");
    }
    if (fitting.size() > 1) {
      throw new IllegalArgumentException(
          "may have the day or the month first ("
              + ForeignText.quote(texts.get(0))
              + "); write 2024-12-31.");
    }
    return fitting.get(0);
  }

  /** Fills the times up to the first text that is not written so; returns how many there are. */
  private static int read(List<String> texts, ToDoubleFunction<String> way, double[] times) {
    for (int i = 0; i < times.length; i++) {
      times[i] = way.applyAsDouble(texts.get(i));
      if (Double.isNaN(times[i])) {
        return i;
      }
    }
    return times.length;
  }

  private static double number(String text) {
    String withPoint = text.replace(',', '.');
    return NumberText.isNumber(withPoint) ? Double.parseDouble(withPoint) : Double.NaN;
  }

  private static ToDoubleFunction<String> of(String date) {
    DateTimeFormatter format =
        new DateTimeFormatterBuilder()
            .appendPattern(date + "[['T'][ ]H:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("][XXX][X]")
            .toFormatter(Locale.ROOT);
    return text -> seconds(format, text);
  }

  private static double seconds(DateTimeFormatter format, String text) {
    try {
      TemporalAccessor time =
          format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (time instanceof LocalDate day) {
        return day.toEpochDay() * 86400.0;
      }
      OffsetDateTime at =
          time instanceof LocalDateTime local
              ? local.atOffset(ZoneOffset.UTC)
              : (OffsetDateTime) time;
      return at.toEpochSecond() + at.getNano() * 1e-9;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }
}
