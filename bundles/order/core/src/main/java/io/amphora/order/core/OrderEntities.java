package io.amphora.order.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the order domain adds to the persistence unit. */
@Component
public final class OrderEntities implements EntityContribution {
    static final String DOMAIN = "order";

    @Override
    public String domain() {
        return DOMAIN;
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(OrderEntity.class, OrderLineEntity.class, LinePricing.class, ChargeEntity.class, ShipTo.class, PromiseDates.class, FindingEntity.class, HoldEntity.class, ShipmentEntity.class, TimelineEntity.class,
                QuotationEntity.class, OrderTemplateEntity.class, TemplateLineEntity.class, PlanEntity.class, PlanRunEntity.class, AttachmentEntity.class, AttachmentPartEntity.class,
                PastEntity.class, RevisionEntity.class, StepEntity.class);
    }
}
