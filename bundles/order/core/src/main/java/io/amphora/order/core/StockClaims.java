package io.amphora.order.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Reservations.Taken;
import io.amphora.inventory.api.Reservations.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What lines want of stock, and whether they get it: the same rules for an order and for one that is only rehearsed. */
final class StockClaims {
    private static final Pattern LINE = Pattern.compile("lines\\[([0-9]{1,6})](.*)");

    private StockClaims() {
    }

    /** @param position among all lines, as problems count them; @param mayWait whether it is taken although it is short */
    record Asked(int position, Wanted wanted, boolean mayWait) {
    }

    /** Where stock comes from. */
    interface Source {
        /** All or nothing. @return line to location; @throws AmphoraException.Refused naming all that is short, by position in {@code wanted} */
        Map<Long, Long> whole(List<Wanted> wanted);

        List<Taken> available(List<Wanted> wanted);
    }

    static boolean anyMayWait(List<Asked> asked) {
        return asked.stream().anyMatch(Asked::mayWait);
    }

    /** @return line to location; @throws AmphoraException.Refused naming all lines that are short */
    static Map<Long, Long> whole(List<Asked> asked, Source source) {
        try {
            return source.whole(wanted(asked));
        } catch (AmphoraException.Refused e) {
            throw new AmphoraException.Refused(e.problems().stream().map(p -> asInOrder(p, asked)).toList());
        }
    }

    /** Lines that may wait take what there is. @return by line, nothing for those that got nothing; @throws AmphoraException.Refused naming all short lines that may not wait */
    static Map<Long, Taken> available(List<Asked> asked, Source source) {
        Map<Long, Taken> taken = source.available(wanted(asked)).stream().collect(Collectors.toMap(Taken::lineId, t -> t));
        List<Problem> problems = new ArrayList<>();
        for (Asked a : asked) {
            Taken got = taken.get(a.wanted().lineId());
            BigDecimal quantity = got == null ? BigDecimal.ZERO : got.quantity();
            if (quantity.compareTo(a.wanted().quantity()) < 0 && !a.mayWait()) {
                problems.add(Problem.of("lines[" + a.position() + "].quantity", "stock.short", "{0}: {1} wanted, {2} available", a.wanted().sku(),
                        Numbers.quantity(a.wanted().quantity()).toPlainString(), Numbers.quantity(quantity).toPlainString()));
            }
        }
        if (!problems.isEmpty()) {
            throw new AmphoraException.Refused(problems);
        }
        return taken;
    }

    private static List<Wanted> wanted(List<Asked> asked) {
        return asked.stream().map(Asked::wanted).toList();
    }

    /** Inventory counts only the lines it was given. */
    private static Problem asInOrder(Problem p, List<Asked> asked) {
        Matcher m = LINE.matcher(p.field());
        if (!m.matches() || Integer.parseInt(m.group(1)) >= asked.size()) {
            return p;
        }
        return new Problem("lines[" + asked.get(Integer.parseInt(m.group(1))).position() + "]" + m.group(2), p.code(), p.pattern(), p.args());
    }
}
