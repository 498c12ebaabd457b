package io.amphora.fulfilment.core.ship;

import io.amphora.common.Problems;
import io.amphora.fulfilment.api.NewParcel;
import io.amphora.fulfilment.api.ToPack;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds all that is wrong with parcels at once. */
final class ParcelCheck {
    private static final int PARCELS = 100;

    private final Problems problems = new Problems();
    private final Map<Long, ToPack> lines;
    private final Map<Long, BigDecimal> packed = new HashMap<>();

    private ParcelCheck(List<ToPack> lines) {
        this.lines = lines.stream().collect(Collectors.toMap(ToPack::lineId, Function.identity()));
    }

    /** @throws io.amphora.common.AmphoraException.Invalid naming all of it */
    static void of(List<NewParcel> parcels, List<ToPack> lines) {
        ParcelCheck check = new ParcelCheck(lines);
        check.problems.check(!parcels.isEmpty() && parcels.size() <= PARCELS, "parcels", "shipment.parcels", "must be 1 to {0}", PARCELS);
        for (int i = 0; i < Math.min(parcels.size(), PARCELS); i++) {
            check.parcel("parcels[" + i + "]", parcels.get(i));
        }
        check.problems.throwIfAny();
    }

    private void parcel(String at, NewParcel p) {
        size(at + ".weightKg", p.weightKg(), 3);
        size(at + ".lengthCm", p.lengthCm(), 1);
        size(at + ".widthCm", p.widthCm(), 1);
        size(at + ".heightCm", p.heightCm(), 1);
        problems.check(!p.items().isEmpty(), at + ".items", "shipment.empty-parcel", "a parcel must have something in it");
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < p.items().size(); i++) {
            item(at + ".items[" + i + "]", p.items().get(i), seen);
        }
    }

    private void size(String field, BigDecimal value, int scale) {
        if (value != null) {
            problems.positive(field, value, scale);
            problems.check(value.compareTo(new BigDecimal(99_999)) <= 0, field, "too-large", "is too large");
        }
    }

    private void item(String at, NewParcel.Item item, Set<Long> seen) {
        BigDecimal quantity = problems.positive(at + ".quantity", item.quantity(), 3);
        ToPack line = lines.get(item.lineId());
        if (line == null) {
            problems.add(at + ".lineId", "shipment.not-to-pack", "line {0} is not picked, or all of it is packed", String.valueOf(item.lineId()));
            return;
        }
        problems.check(seen.add(item.lineId()), at + ".lineId", "shipment.line-twice", "{0} is in this parcel twice", line.sku());
        BigDecimal all = packed.merge(item.lineId(), quantity, BigDecimal::add);
        problems.check(all.compareTo(line.quantity()) <= 0, at + ".quantity", "shipment.too-much", "{0}: {1} to pack, {2} in the parcels", line.sku(), Quantities.text(line.quantity()),
                Quantities.text(all));
    }
}
