package io.amphora.transfer.core.replay;

import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentDesk.NewPayment;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.platform.api.Moment;
import io.amphora.transfer.api.PastOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Books the money that came, on the days it came. */
@Component(service = PastPayments.class)
public final class PastPayments {
    private final PaymentDesk desk;

    /** @param desk null while payments are switched off */
    @Activate
    public PastPayments(@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) PaymentDesk desk) {
        this.desk = desk;
    }

    /** @return payments that could not be booked */
    List<Problem> book(Actor by, Order order, PastOrder o) {
        List<Problem> left = new ArrayList<>();
        BigDecimal open = PaymentDesk.payable(order.total()).amount();
        // the largest last: what is too much shows with it as to give back
        List<PastOrder.Payment> all = o.payments().stream().filter(p -> p.amount().signum() > 0).sorted(Comparator.comparing(PastOrder.Payment::amount)).toList();
        for (PastOrder.Payment p : all) {
            if (desk == null || open.signum() <= 0) {
                left.add(Problem.of("payments", desk == null ? "transfer.replay-no-desk" : "transfer.replay-not-owed", desk == null ? "payment of {0} is not taken over: payments are switched off"
                        : "payment of {0} is not taken over: nothing was owed any more", p.amount().stripTrailingZeros().toPlainString()));
            } else {
                BigDecimal asked = p.amount().min(open);
                Moment.at(when(p, o), () -> receive(by, order.id(), p, asked));
                open = open.subtract(p.amount());
            }
        }
        return left;
    }

    private Payment receive(Actor by, long orderId, PastOrder.Payment p, BigDecimal asked) {
        PaymentMethod method = p.method() == null ? PaymentMethod.BANK_TRANSFER : PaymentMethod.valueOf(p.method());
        Payment due = desk.add(by, orderId, new NewPayment(PaymentKind.PART, method, null, asked, null, p.reference()), null);
        return desk.receive(by, due.id(), due.version(), method, p.amount(), p.reference(), null);
    }

    private static Instant when(PastOrder.Payment p, PastOrder o) {
        return p.at() != null ? p.at() : o.life().approved() != null ? o.life().approved() : o.life().placed();
    }
}
