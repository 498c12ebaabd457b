package io.amphora.fulfilment.console;

import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.PickState;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How waves and pick lists read. */
final class PickTexts {
    private PickTexts() {
    }

    static Badge badge(PickState state) {
        Badge.Tone tone = switch (state) {
            case OPEN -> Badge.Tone.NEUTRAL;
            case PICKING -> Badge.Tone.INFO;
            case PICKED -> Badge.Tone.SUCCESS;
            case CANCELLED -> Badge.Tone.WARNING;
        };
        return Badge.text(tone, Texts.of("pick.state", state));
    }

    /** {@code 3 / 7}. */
    static String progress(long done, long all) {
        Formats f = Formats.current();
        return f.number(done) + " / " + f.number(all);
    }

    /** {@code Main warehouse · Cold · A-17}. */
    static String place(PickList list) {
        return Stream.of(list.location(), list.zone(), list.orderNumber()).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
