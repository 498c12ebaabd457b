package io.amphora.returns.api;

import io.amphora.common.Actor;
import java.math.BigDecimal;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What may come back, and who decides about how much. Reading needs {@code returns.read}, changing {@code returns.configure}. Thread-safe. */
@ProviderType
public interface ReturnPolicy {
    /**
     * @param days          after arrival (or departure, if nobody said that it arrived) for returns
     * @param claimDays     the same for claims
     * @param excluded      SKUs that do not come back; {@code *} at the end stands for anything
     * @param feePercent    kept of the goods' value of returns, 0 to 100
     * @param refundCharges whether charges are given back, too, when all of an order came back
     * @param fourEyesAbove money that leaves above this amount takes a second person; null: never
     * @param creditNotes   whether credit notes of what was invoiced are issued with the settlement, else when somebody asks for them
     */
    record Rules(int days, int claimDays, List<String> excluded, BigDecimal feePercent, boolean refundCharges, BigDecimal fourEyesAbove, boolean creditNotes) {
        public static final Rules DEFAULT = new Rules(30, 90, List.of(), BigDecimal.ZERO, true, new BigDecimal(500), true);

        /** Credit notes when somebody asks for them. */
        public Rules(int days, int claimDays, List<String> excluded, BigDecimal feePercent, boolean refundCharges, BigDecimal fourEyesAbove) {
            this(days, claimDays, excluded, feePercent, refundCharges, fourEyesAbove, false);
        }

        public Rules {
            excluded = List.copyOf(excluded);
        }

        public boolean excludes(String sku) {
            return excluded.stream().anyMatch(e -> e.endsWith("*") ? sku.startsWith(e.substring(0, e.length() - 1)) : e.equals(sku));
        }
    }

    Rules rules(Actor by);

    /** The version of it, for {@link #change}; read it first. */
    long version(Actor by);

    /** @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong @param seen the version that was read; somebody else was faster: {@link io.amphora.common.AmphoraException.Stale} */
    Rules change(Actor by, Rules rules, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default Rules change(Actor by, Rules rules) {
        return change(by, rules, -1);
    }
}
