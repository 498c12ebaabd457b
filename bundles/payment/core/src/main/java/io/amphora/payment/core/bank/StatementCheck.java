package io.amphora.payment.core.bank;

import io.amphora.common.Problems;
import io.amphora.payment.api.BankLines;
import io.amphora.payment.api.BankLines.StatementLine;
import io.amphora.payment.core.Requests;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the lines of a statement, and what tells one line from another. */
final class StatementCheck {
    private StatementCheck() {
    }

    /**
     * @return key to line, without those below zero; without an id of the bank, the third of several equal lines is the third also when the statement is read again
     * @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong
     */
    static Map<String, StatementLine> checked(List<StatementLine> lines) {
        Problems problems = new Problems();
        problems.check(!lines.isEmpty(), "lines", "payment.line.none", "there are no lines");
        problems.check(lines.size() <= BankLines.MAX, "lines", "payment.line.too-many", "at most {0} lines at once", BankLines.MAX);
        problems.throwIfAny();
        List<StatementLine> tidy = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).amount() != null && lines.get(i).amount().signum() < 0) {
                continue;
            }
            Problems of = new Problems();
            tidy.add(tidy(lines.get(i), of));
            String at = "lines[" + i + "]";
            of.all().forEach(p -> problems.add(p.under(at)));
        }
        problems.throwIfAny();
        Map<String, Integer> same = new HashMap<>();
        Map<String, StatementLine> byKey = new LinkedHashMap<>();
        for (StatementLine l : tidy) {
            String text = l.bankId() != null ? "id|" + l.bankId()
                    : l.reference() + "|" + l.amount().stripTrailingZeros().toPlainString() + "|" + l.currency() + "|" + l.bookedOn();
            int nth = l.bankId() != null ? 0 : same.merge(text, 1, Integer::sum);
            byKey.putIfAbsent(Requests.hash(text + "|" + nth), l);
        }
        return byKey;
    }

    private static StatementLine tidy(StatementLine l, Problems problems) {
        String reference = l.reference() == null || l.reference().isBlank() ? "-" : problems.text("reference", l.reference(), 300);
        String currency = problems.text("currency", l.currency(), 3).toUpperCase(java.util.Locale.ROOT);
        int digits = digits(currency);
        problems.check(currency.isEmpty() || digits >= 0, "currency", "payment.line.currency-unknown", "{0} is no currency", currency);
        BigDecimal amount = problems.positive("amount", l.amount(), digits < 0 ? 4 : digits);
        problems.check(l.bookedOn() != null, "date", "required", "must not be empty");
        return new StatementLine(reference, amount, currency, l.bookedOn(), problems.optionalText("payer", l.payer(), Problems.TEXT), problems.optionalText("id", l.bankId(), 100));
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
