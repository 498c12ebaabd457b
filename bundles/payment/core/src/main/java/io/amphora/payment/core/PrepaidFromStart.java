package io.amphora.payment.core;

import io.amphora.order.api.HoldType;
import io.amphora.order.api.PlacementHold;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentTerms;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An order that is paid in advance waits from its first moment on; {@link PrepaidHolds} lets it go when it is paid. */
@Component
public final class PrepaidFromStart implements PlacementHold {
    private final UsualTerms terms;

    @Activate
    public PrepaidFromStart(@Reference UsualTerms terms) {
        this.terms = terms;
    }

    @Override
    public Optional<Wanted> on(Placed order) {
        boolean waits = terms.of(order.channel()) == PaymentTerms.PREPAID && PaymentDesk.payable(order.total()).amount().signum() > 0;
        return waits ? Optional.of(new Wanted(HoldType.PAYMENT, PrepaidHolds.REASON, PrepaidHolds.SYSTEM)) : Optional.empty();
    }
}
