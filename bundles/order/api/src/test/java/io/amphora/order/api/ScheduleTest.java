package io.amphora.order.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static List<String> days(Schedule s, int most) {
        List<String> days = new ArrayList<>();
        for (LocalDate day = s.first(); day != null && days.size() < most; day = s.after(day)) {
            days.add(day.toString());
        }
        return days;
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Schedule of(Schedule.Unit unit, int every, DayOfWeek weekday, Integer dayOfMonth, String from, String to) {
        return new Schedule(unit, every, weekday, dayOfMonth, day(from), day(to));
    }

    @Test
    void everyFewDays() {
        assertThat(days(of(Schedule.Unit.DAY, 10, null, null, "2026-02-20", "2026-03-15"), 9)).containsExactly("2026-02-20", "2026-03-02", "2026-03-12");
    }

    @Test
    void everySecondFriday() {
        assertThat(days(of(Schedule.Unit.WEEK, 2, DayOfWeek.FRIDAY, null, "2026-05-04", null), 3)).containsExactly("2026-05-08", "2026-05-22", "2026-06-05");
    }

    @Test
    void lastDayWhereAMonthIsShorter() {
        assertThat(days(of(Schedule.Unit.MONTH, 1, null, 31, "2026-01-15", null), 4)).containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30");
        assertThat(days(of(Schedule.Unit.MONTH, 3, null, 10, "2026-01-15", null), 3)).containsExactly("2026-02-10", "2026-05-10", "2026-08-10");
    }

    @Test
    void anyDayBetweenLeadsToTheNextOne() {
        Schedule monthly = of(Schedule.Unit.MONTH, 2, null, 5, "2026-01-01", null);
        assertThat(monthly.after(day("2025-12-01"))).isEqualTo(day("2026-01-05"));
        assertThat(monthly.after(day("2026-01-05"))).isEqualTo(day("2026-03-05"));
        assertThat(monthly.after(day("2026-02-20"))).isEqualTo(day("2026-03-05"));
        assertThat(of(Schedule.Unit.WEEK, 1, null, null, "2026-05-04", "2026-05-10").after(day("2026-05-04"))).isNull();
        assertThat(of(Schedule.Unit.WEEK, 1, DayOfWeek.FRIDAY, null, "2026-05-04", "2026-05-06").first()).isNull();
    }
}
