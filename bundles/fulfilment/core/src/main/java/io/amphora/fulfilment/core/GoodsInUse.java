package io.amphora.fulfilment.core;

import io.amphora.common.Problem;
import io.amphora.extension.api.InUse;
import io.amphora.extension.api.Provided;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goods that are being picked, packed, or are on their way. */
@Component
public final class GoodsInUse implements InUse {
    private static final int MOST = 100;

    private final Tx tx;

    @Activate
    public GoodsInUse(@Reference(target = "(domain=fulfilment)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public List<Problem> concerns(Set<String> domains, Collection<Provided> gone) {
        List<Problem> concerns = new ArrayList<>();
        gone.stream().filter(p -> p.kind() == Provided.Kind.CARRIER).forEach(carrier -> {
            int open = count(Sql.of("select d.id from dispatch d where d.carrier_id = ?", carrier.id()).in(" and d.dispatch_state in", open()));
            if (open > 0) {
                concerns.add(Problem.of("", "extension.shipments-open",
                        "{0,choice,1#one shipment with {1} is|1<{0} shipments with {1} are|100#100 or more shipments with {1} are} labelled or on the way: what was sent stays, and is followed by hand", open, carrier.title()));
            }
        });
        if (domains.contains("fulfilment")) {
            rests(concerns, "extension.pick-lists-rest", "{0,choice,1#one open pick list rests|1<{0} open pick lists rest|100#100 or more open pick lists rest} until this is on again",
                    count(Sql.of("select l.id from pick_list l where l.ended = ?", 0)));
            rests(concerns, "extension.shipments-rest", "{0,choice,1#one open shipment rests|1<{0} open shipments rest|100#100 or more open shipments rest} until this is on again",
                    count(Sql.of("select d.id from dispatch d where").in(" d.dispatch_state in", Stream.concat(Stream.of(ShipmentState.PREPARING.name()), open().stream()).toList())));
        }
        return concerns;
    }

    private static List<String> open() {
        return Stream.concat(Stream.of(ShipmentState.LABELLED), ShipmentState.allUnderWay().stream()).map(Enum::name).toList();
    }

    private static void rests(List<Problem> concerns, String code, String pattern, int count) {
        if (count > 0) {
            concerns.add(Problem.of("", code, pattern, count));
        }
    }

    private int count(Sql sql) {
        return tx.call(em -> sql.first(MOST).values(em).size());
    }
}
