package io.amphora.order.console;

import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.QuotationStatus;

/** How states of quotations look. */
final class QuotationBadges {
    private QuotationBadges() {
    }

    static Badge of(QuotationStatus status) {
        Badge.Tone tone = switch (status) {
            case OPEN -> Badge.Tone.NEUTRAL;
            case SENT -> Badge.Tone.INFO;
            case ACCEPTED -> Badge.Tone.SUCCESS;
            case DECLINED -> Badge.Tone.ERROR;
            case EXPIRED -> Badge.Tone.WARNING;
        };
        return Badge.text(tone, Texts.of("quotation.status", status));
    }
}
