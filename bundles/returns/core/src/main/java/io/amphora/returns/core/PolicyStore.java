package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import io.amphora.returns.api.ReturnPolicy;
import io.amphora.returns.api.ReturnReasons;
import io.amphora.returns.api.Returns;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules, as settings of the installation. */
@Component(service = {ReturnPolicy.class, PolicyStore.class})
public final class PolicyStore implements ReturnPolicy {
    static final String DAYS = "returns.days";
    static final String CLAIM_DAYS = "returns.claim-days";
    static final String EXCLUDED = "returns.excluded";
    static final String FEE = "returns.fee-percent";
    static final String CHARGES = "returns.refund-charges";
    static final String FOUR_EYES = "returns.four-eyes-above";
    static final String CREDIT_NOTES = "returns.credit-notes";
    private static final String THING = "returns.rules";
    private static final String NEVER = "never";
    private static final BigDecimal ALL = new BigDecimal(100);
    private static final int MOST_DAYS = 3650;
    private static final int MOST_EXCLUDED = 150;

    private final Settings settings;
    private final Tx tx;
    private final ReturnLog log;

    @Activate
    public PolicyStore(@Reference Settings settings, @Reference(target = "(domain=returns)") Tx tx, @Reference ReturnLog log) {
        this.settings = settings;
        this.tx = tx;
        this.log = log;
    }

    /** For use cases, without a permission. */
    Rules rules() {
        Rules d = Rules.DEFAULT;
        return new Rules(get(DAYS, Integer::valueOf, d.days()), get(CLAIM_DAYS, Integer::valueOf, d.claimDays()), get(EXCLUDED, v -> List.of(v.split("\n")), d.excluded()),
                get(FEE, BigDecimal::new, d.feePercent()), get(CHARGES, Boolean::valueOf, d.refundCharges()), never(FOUR_EYES) ? null : get(FOUR_EYES, BigDecimal::new, d.fourEyesAbove()),
                get(CREDIT_NOTES, Boolean::valueOf, d.creditNotes()));
    }

    private boolean never(String key) {
        return settings.get(Settings.INSTALLATION, key).filter(NEVER::equals).isPresent();
    }

    private <T> T get(String key, Function<String, T> parse, T otherwise) {
        return settings.get(Settings.INSTALLATION, key).filter(v -> !v.isBlank()).map(v -> {
            try {
                return parse.apply(v);
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }).orElse(otherwise);
    }

    @Override
    public Rules rules(Actor by) {
        by.require(Returns.READ);
        return rules();
    }

    @Override
    public long version(Actor by) {
        by.require(Returns.READ);
        return tx.call(em -> Edits.version(em, THING));
    }

    @Override
    public Rules change(Actor by, Rules rules, long seen) {
        by.require(ReturnReasons.CONFIGURE);
        Problems problems = new Problems();
        problems.check(rules.days() >= 0 && rules.days() <= MOST_DAYS, "days", "returns.days", "must be between 0 and {0}", MOST_DAYS);
        problems.check(rules.claimDays() >= 0 && rules.claimDays() <= MOST_DAYS, "claimDays", "returns.days", "must be between 0 and {0}", MOST_DAYS);
        BigDecimal fee = problems.notNegative("feePercent", rules.feePercent(), 2);
        problems.check(fee.compareTo(ALL) <= 0, "feePercent", "returns.percent", "must be between 0 and 100");
        if (rules.fourEyesAbove() != null) {
            problems.notNegative("fourEyesAbove", rules.fourEyesAbove(), 4);
        }
        List<String> excluded = rules.excluded().stream().map(String::strip).filter(s -> !s.isEmpty()).distinct().toList();
        problems.check(excluded.size() <= MOST_EXCLUDED, "excluded", "returns.too-many", "at most {0} are possible", MOST_EXCLUDED);
        excluded.forEach(e -> problems.optionalText("excluded", e, 41));
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, THING, "return rules", seen, by.name());
            put(DAYS, String.valueOf(rules.days()));
            put(CLAIM_DAYS, String.valueOf(rules.claimDays()));
            put(EXCLUDED, excluded.isEmpty() ? null : String.join("\n", excluded));
            put(FEE, fee.toPlainString());
            put(CHARGES, String.valueOf(rules.refundCharges()));
            put(FOUR_EYES, rules.fourEyesAbove() == null ? NEVER : rules.fourEyesAbove().toPlainString());
            put(CREDIT_NOTES, String.valueOf(rules.creditNotes()));
            log.changed("policy", "policy", by.name(), rules.toString());
            return null;
        });
        return rules();
    }

    private void put(String key, String value) {
        settings.put(Settings.INSTALLATION, key, value);
    }
}
