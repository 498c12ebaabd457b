package io.amphora.order.console;

import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.ChargeType;
import java.util.Locale;

/** What charges are called. */
final class ChargeTexts {
    private ChargeTexts() {
    }

    static String of(ChargeType type) {
        return Texts.of("order.charge." + type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A list of charges as it is kept, with their types in the user's language. Null stays. */
    static String named(String kept) {
        String text = kept;
        for (ChargeType type : ChargeType.values()) {
            text = text == null ? null : text.replaceAll("(?<![^ ,])" + type.name() + "(?= )", of(type));
        }
        return text;
    }
}
