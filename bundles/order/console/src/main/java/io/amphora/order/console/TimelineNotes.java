package io.amphora.order.console;

import io.amphora.assignment.api.Decision;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import io.amphora.order.api.TimelineEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes of the timeline as the reader says them. They are kept in English, as they were written by the platform. */
final class TimelineNotes {
    static final TimelineNotes PLAIN = new TimelineNotes(List.of(), Map.of());
    private static final Pattern AMOUNT = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?) ([A-Z]{3})(?:, (.*))?");
    private static final Pattern RETURN = Pattern.compile("return (\\S+)");
    /** What a webhook was told has no words, only the code of the occasion. */
    private static final Pattern TOLD = Pattern.compile("([a-z-]+\\.[a-z-]+) (\\S+ → .*)");

    private final Map<String, String> decided = new HashMap<>();

    /** @param titles of the assignment rules, by id */
    TimelineNotes(List<Decision> decisions, Map<String, String> titles) {
        decisions.forEach(d -> decided.put((d.ruleTitle() == null ? "" : d.ruleTitle() + ": ") + d.summary(), (d.ruleTitle() == null ? "" : title(d, titles) + ": ") + DecisionPanel.said(d)));
    }

    private static String title(Decision d, Map<String, String> titles) {
        return titles.getOrDefault(d.ruleId(), d.ruleTitle());
    }

    /** Null if there is none. @param findings of the order: a hold that the review sets has one as its reason */
    String of(TimelineEntry e, List<Order.Finding> findings) {
        String note = e.note();
        if (note == null) {
            return null;
        }
        if (e.what().equals("assigned")) {
            return decided.getOrDefault(note, note);
        }
        if (e.what().startsWith("message-")) {
            Matcher told = TOLD.matcher(note);
            return told.matches() ? Texts.orElse("occasion." + told.group(1), told.group(1)) + " " + told.group(2) : note;
        }
        if (e.what().equals("held") || e.what().equals("released")) {
            return hold(e.who(), note, findings);
        }
        return e.what().startsWith("payment-") ? money(note) : note;
    }

    /** Reasons of the platform's own holds have words; people's stay as they wrote them. */
    static String hold(String by, String reason, List<Order.Finding> findings) {
        if (reason == null) {
            return null;
        }
        Optional<Problem> found = findings.stream().map(Order.Finding::problem).filter(p -> p.message().equals(reason)).findFirst();
        if (found.isPresent()) {
            return Texts.of(found.get());
        }
        return by != null && by.startsWith("system:") ? Texts.orElse("order.hold.reason." + reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"), reason) : reason;
    }

    private static String money(String note) {
        Matcher m = AMOUNT.matcher(note);
        if (!m.matches()) {
            return note;
        }
        String amount = Formats.current().money(Money.of(m.group(1), m.group(2)));
        return m.group(3) == null ? amount : amount + " · " + why(m.group(3));
    }

    private static String why(String reason) {
        Matcher of = RETURN.matcher(reason);
        return of.matches() ? Texts.orElse("kind.return", "return") + " " + of.group(1) : reason;
    }
}
