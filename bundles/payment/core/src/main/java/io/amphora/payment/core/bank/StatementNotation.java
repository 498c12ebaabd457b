package io.amphora.payment.core.bank;

import io.amphora.common.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a bank writes amounts and dates: the one way in which all of a file can be read. */
record StatementNotation(boolean comma, DateTimeFormatter dates) {
    private static final Pattern POINT = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+)(,[0-9]+)?");
    /** With thousands, or three decimals: of both there is one reading each. */
    private static final Pattern EITHER = Pattern.compile("[+-]?[0-9]{1,3}[.,][0-9]{3}");
    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-MM-dd", "d.M.uuuu", "d/M/uuuu", "M/d/uuuu", "uuuu/M/d", "uuuuMMdd")
            .map(p -> DateTimeFormatter.ofPattern(p, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT)).toList();

    /** @param problems told of what can be read in two ways; what cannot be read at all is said line by line later */
    static StatementNotation of(List<String> amounts, List<String> dates, Problems problems) {
        long points = amounts.stream().filter(a -> POINT.matcher(bare(a)).matches()).count();
        long commas = amounts.stream().filter(a -> COMMA.matcher(bare(a)).matches()).count();
        String unclear = points == commas ? amounts.stream().filter(a -> EITHER.matcher(bare(a)).matches()).findFirst().orElse(null) : null;
        problems.check(unclear == null, "amount", "payment.line.amount-unclear", "{0} can be read in two ways: write amounts with two decimals", unclear);
        List<DateTimeFormatter> fit = DATES.stream().filter(f -> dates.stream().allMatch(d -> reads(f, d))).toList();
        boolean apart = fit.size() < 2 || dates.stream().allMatch(d -> fit.stream().map(f -> LocalDate.parse(d, f)).distinct().count() == 1);
        problems.check(apart, "date", "payment.line.date-unclear", "{0} can be read in two ways: write dates as 2024-12-31", dates.isEmpty() ? "" : dates.get(0));
        return new StatementNotation(commas > points, fit.isEmpty() ? likeliest(dates) : fit.get(0));
    }

    private static DateTimeFormatter likeliest(List<String> dates) {
        return DATES.stream().max(java.util.Comparator.comparingLong(f -> dates.stream().filter(d -> reads(f, d)).count())).orElseThrow();
    }

    private static boolean reads(DateTimeFormatter format, String date) {
        try {
            LocalDate.parse(date, format);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Without spaces, as some put them between thousands. */
    private static String bare(String amount) {
        return amount.replaceAll("[\\s\u00a0\u202f']", "");
    }

    /** @throws NumberFormatException if it is none */
    BigDecimal amount(String text) {
        String bare = bare(text);
        if (!(comma ? COMMA : POINT).matcher(bare).matches()) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(comma ? bare.replace(".", "").replace(',', '.') : bare.replace(",", ""));
    }

    /** @throws DateTimeException if it is none */
    LocalDate date(String text) {
        return LocalDate.parse(text, dates);
    }
}
