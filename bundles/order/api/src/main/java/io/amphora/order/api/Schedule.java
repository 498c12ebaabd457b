package io.amphora.order.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * On which days something recurs. Pure arithmetic on the calendar.
 *
 * @param every      each so many days, weeks or months, 1 to 366
 * @param weekday    of {@link Unit#WEEK}; null: that of the start
 * @param dayOfMonth of {@link Unit#MONTH}, 1 to 31, the last day where a month is shorter; null: that of the start
 * @param startsOn   not before this day
 * @param endsOn     not after this day, null for ever
 */
public record Schedule(Unit unit, int every, DayOfWeek weekday, Integer dayOfMonth, LocalDate startsOn, LocalDate endsOn) {
    /** What is counted. */
    public enum Unit {
        DAY, WEEK, MONTH
    }

    /** The first day of all, null if the end is before it. */
    public LocalDate first() {
        return within(switch (unit) {
            case DAY -> startsOn;
            case WEEK -> weekday == null ? startsOn : startsOn.with(TemporalAdjusters.nextOrSame(weekday));
            case MONTH -> {
                LocalDate same = inMonth(YearMonth.from(startsOn));
                yield same.isBefore(startsOn) ? inMonth(YearMonth.from(startsOn).plusMonths(1)) : same;
            }
        });
    }

    /** The first day after this one, null if there is none. */
    public LocalDate after(LocalDate day) {
        LocalDate first = first();
        if (first == null || day.isBefore(first)) {
            return first;
        }
        return within(switch (unit) {
            case DAY -> first.plusDays((ChronoUnit.DAYS.between(first, day) / every + 1) * every);
            case WEEK -> first.plusWeeks((ChronoUnit.WEEKS.between(first, day) / every + 1) * every);
            case MONTH -> nextMonth(first, day);
        });
    }

    private LocalDate nextMonth(LocalDate first, LocalDate day) {
        YearMonth month = YearMonth.from(first);
        long steps = ChronoUnit.MONTHS.between(month, YearMonth.from(day)) / every;
        LocalDate next = inMonth(month.plusMonths(steps * every));
        return next.isAfter(day) ? next : inMonth(month.plusMonths((steps + 1) * every));
    }

    private LocalDate inMonth(YearMonth month) {
        int day = dayOfMonth == null ? startsOn.getDayOfMonth() : dayOfMonth;
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private LocalDate within(LocalDate day) {
        return endsOn != null && day.isAfter(endsOn) ? null : day;
    }
}
