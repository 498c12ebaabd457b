package io.amphora.report.console;

import io.amphora.common.Money;
import io.amphora.console.api.kit.Formats;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/** Values of a report as the user reads them. */
final class Values {
    private static final String CURRENCY = "currency";

    private final ReportResult result;
    private final Formats formats = Formats.current();
    private final int currency;

    Values(ReportResult result) {
        this.result = result;
        this.currency = currencyColumn(result);
    }

    static int column(ReportResult result, String name) {
        return result.columns().stream().map(Column::name).toList().indexOf(name);
    }

    static int currencyColumn(ReportResult result) {
        return column(result, CURRENCY);
    }

    /** Nothing is shown as a dash. */
    String text(List<Object> row, int column) {
        if (row.get(column) == null) {
            return "–";
        }
        if (!(row.get(column) instanceof BigDecimal number)) {
            return String.valueOf(row.get(column));
        }
        return switch (result.columns().get(column).type()) {
            case MONEY -> money(number, currency < 0 ? null : (String) row.get(currency));
            case PERCENT -> formats.percent(number);
            case NUMBER, TEXT -> formats.number(number);
        };
    }

    private String money(BigDecimal amount, String code) {
        try {
            return formats.money(new Money(amount, Currency.getInstance(code)).rounded());
        } catch (IllegalArgumentException | NullPointerException noCurrency) {
            return formats.number(amount.setScale(2, RoundingMode.HALF_UP));
        }
    }
}
