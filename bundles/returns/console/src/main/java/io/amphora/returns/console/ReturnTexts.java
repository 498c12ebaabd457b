package io.amphora.returns.console;

import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnReasons.Reason;
import io.amphora.returns.api.ReturnState;
import java.math.BigDecimal;
import java.util.List;

/** How returns are called on screen. */
final class ReturnTexts {
    private ReturnTexts() {
    }

    static Badge badge(ReturnState state) {
        Badge.Tone tone = switch (state) {
            case REQUESTED, RECEIVED -> Badge.Tone.WARNING;
            case APPROVED, IN_TRANSIT, INSPECTED, SETTLING -> Badge.Tone.INFO;
            case COMPLETED -> Badge.Tone.SUCCESS;
            case REJECTED -> Badge.Tone.ERROR;
            case CANCELLED -> Badge.Tone.NEUTRAL;
        };
        return Badge.text(tone, Texts.of("returns.state", state));
    }

    static Badge badge(Return.Step.State state) {
        Badge.Tone tone = switch (state) {
            case TODO, WAITING -> Badge.Tone.WARNING;
            case DONE -> Badge.Tone.SUCCESS;
            case FAILED -> Badge.Tone.ERROR;
        };
        return Badge.text(tone, Texts.of("returns.step", state));
    }

    static String quantity(BigDecimal quantity, String unit) {
        return Formats.current().quantity(quantity, unit);
    }

    static String reason(List<Reason> reasons, String code) {
        return reasons.stream().filter(r -> r.code().equals(code)).findFirst().map(r -> r.title(Texts.locale())).orElse(code);
    }
}
