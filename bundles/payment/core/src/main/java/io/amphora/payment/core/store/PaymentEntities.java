package io.amphora.payment.core.store;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the payment domain adds to the persistence unit. */
@Component
public final class PaymentEntities implements EntityContribution {
    @Override
    public String domain() {
        return "payment";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(AccountEntity.class, PaymentEntity.class, StepEntity.class, BankLineEntity.class, CreditEntity.class, StoreEntryEntity.class);
    }
}
