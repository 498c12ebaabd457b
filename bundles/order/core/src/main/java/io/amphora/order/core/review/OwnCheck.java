package io.amphora.order.core.review;

import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What the checks of this bundle share: they compare with the limits of the installation, and being its own they are asked on the caller's thread. */
public abstract class OwnCheck implements ReviewCheck {
    private final String english;
    private final String chinese;
    private final OrderSettings settings;

    OwnCheck(String english, String chinese, OrderSettings settings) {
        this.english = english;
        this.chinese = chinese;
        this.settings = settings;
    }

    @Override
    public final String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    @Override
    public final List<Problem> check(ReviewRequest order) {
        Problems found = new Problems();
        look(order, settings.now(), found);
        return found.all();
    }

    abstract void look(ReviewRequest order, OrderSettings.Values limits, Problems found);

    /** An amount as people write it: with cents, or without any. */
    static String money(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(plain.scale() <= 0 ? 0 : Math.max(2, plain.scale())).toPlainString();
    }

    static String text(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
