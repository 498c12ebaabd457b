package io.amphora.payment.console;

import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentState;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How payments are called on screen. */
final class PaymentTexts {
    private PaymentTexts() {
    }

    static Badge badge(Payment p) {
        if (p.pending() != null) {
            return Badge.text(Badge.Tone.WARNING, Texts.of("payment.pending", p.pendingState()));
        }
        if (overdue(p)) {
            return Badge.of(Badge.Tone.ERROR, "payment.overdue");
        }
        Badge.Tone tone = switch (p.state()) {
            case DUE -> Badge.Tone.WARNING;
            case AUTHORISED -> Badge.Tone.INFO;
            case PAID -> Badge.Tone.SUCCESS;
            case PARTLY_REFUNDED, REFUNDED, VOIDED -> Badge.Tone.NEUTRAL;
            case FAILED -> Badge.Tone.ERROR;
        };
        return Badge.text(tone, Texts.of("payment.state", p.state()));
    }

    static boolean overdue(Payment p) {
        return p.state() == PaymentState.DUE && p.dueOn() != null && p.dueOn().isBefore(LocalDate.now(ZoneOffset.UTC));
    }

    static Badge badge(BankLine.State state) {
        Badge.Tone tone = switch (state) {
            case MATCHED -> Badge.Tone.SUCCESS;
            case UNMATCHED -> Badge.Tone.WARNING;
            case DROPPED -> Badge.Tone.NEUTRAL;
        };
        return Badge.text(tone, Texts.of("payment.line.state", state));
    }

    /** A gateway goes by the title it had. */
    static String method(Payment p) {
        return p.method() == PaymentMethod.GATEWAY ? p.gatewayTitle() : Texts.of("payment.method", p.method());
    }

    static String what(Payment p) {
        return Texts.of("payment.kind", p.kind()) + " · " + method(p);
    }

    static String date(LocalDate date) {
        return date == null ? "" : Formats.current().date(date);
    }
}
