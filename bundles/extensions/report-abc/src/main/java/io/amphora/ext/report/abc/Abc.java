package io.amphora.ext.report.abc;

import io.amphora.report.api.ReportData.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Ranks products by amount and puts them into classes by their cumulative share.
 *
 * @param a up to which percent a product is class A
 * @param b up to which it is class B
 */
record Abc(int a, int b) {
    private static final int SCALE = 6;

    /** @param share of the currency's turnover; @param cumulative share of it and all above; @param letter A, B or C */
    record Ranked(String sku, String product, BigDecimal quantity, BigDecimal amount, BigDecimal share, BigDecimal cumulative, String letter, String currency) {
    }

    /** Each currency for itself. @param sums by SKU and currency */
    List<Ranked> rank(List<Sum> sums) {
        List<Ranked> ranked = new ArrayList<>();
        sums.stream().collect(Collectors.groupingBy(sum -> sum.keys().get(1), TreeMap::new, Collectors.toList()))
                .forEach((currency, ofOne) -> rank(currency, ofOne, ranked));
        return ranked;
    }

    private void rank(String currency, List<Sum> sums, List<Ranked> ranked) {
        BigDecimal turnover = sums.stream().map(Abc::sold).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal above = BigDecimal.ZERO;
        List<Sum> sorted = sums.stream().sorted(Comparator.comparing(Sum::amount).reversed().thenComparing(sum -> sum.keys().get(0))).toList();
        for (Sum sum : sorted) {
            String letter = letter(sold(sum), above, turnover);
            above = above.add(sold(sum));
            ranked.add(new Ranked(sum.keys().get(0), sum.label() == null ? sum.keys().get(0) : sum.label(), sum.quantity(), sum.amount(), part(sold(sum), turnover),
                    part(above, turnover), letter, currency));
        }
    }

    /** By the share of those above it: whoever begins below the limit still belongs to the class, so that class A is never empty. */
    private String letter(BigDecimal amount, BigDecimal above, BigDecimal turnover) {
        BigDecimal percent = part(above, turnover).movePointRight(2);
        if (amount.signum() == 0 || percent.compareTo(BigDecimal.valueOf(b)) >= 0) {
            return "C";
        }
        return percent.compareTo(BigDecimal.valueOf(a)) < 0 ? "A" : "B";
    }

    /** Credits beyond what was sold do not count against others. */
    private static BigDecimal sold(Sum sum) {
        return sum.amount().max(BigDecimal.ZERO);
    }

    private static BigDecimal part(BigDecimal amount, BigDecimal turnover) {
        return turnover.signum() == 0 ? BigDecimal.ZERO : amount.divide(turnover, SCALE, RoundingMode.HALF_UP);
    }
}
