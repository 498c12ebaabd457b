package io.amphora.payment.core;

import io.amphora.common.Problem;
import io.amphora.extension.api.InUse;
import io.amphora.extension.api.Provided;
import io.amphora.payment.api.PaymentState;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money that is due, or that a gateway has set aside. */
@Component
public final class MoneyInUse implements InUse {
    private static final int MOST = 100;

    private final Tx tx;

    @Activate
    public MoneyInUse(@Reference(target = "(domain=payment)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public List<Problem> concerns(Set<String> domains, Collection<Provided> gone) {
        List<Problem> concerns = new ArrayList<>();
        gone.stream().filter(p -> p.kind() == Provided.Kind.GATEWAY).forEach(gateway -> {
            int open = count(Sql.of("select p.id from payment p where p.payment_state = ? and p.gateway_id = ?", PaymentState.AUTHORISED, gateway.id()));
            if (open > 0) {
                concerns.add(Problem.of("", "extension.payments-authorised",
                        "{0,choice,1#one payment through {1} is|1<{0} payments through {1} are|100#100 or more payments through {1} are} authorised and not captured: what was set aside can be handled by hand", open, gateway.title()));
            }
        });
        if (domains.contains("payment")) {
            int due = count(Sql.of("select p.id from payment p where p.is_open = ?", true));
            if (due > 0) {
                concerns.add(Problem.of("", "extension.payments-rest", "{0,choice,1#one open payment rests|1<{0} open payments rest|100#100 or more open payments rest} until this is on again", due));
            }
        }
        return concerns;
    }

    private int count(Sql sql) {
        return tx.call(em -> sql.first(MOST).values(em).size());
    }
}
