package io.amphora.fulfilment.core.carrier;

import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.CarrierAnswer;
import io.amphora.fulfilment.api.CarrierCancel;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.CarrierLabel;
import io.amphora.fulfilment.api.CarrierRate;
import io.amphora.fulfilment.api.CarrierRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** The own van, or the hand over the counter: nobody is asked, and staff say what happened. Parcels go by their SSCC or the order's number. */
@Component(property = Carrier.PROPERTY_ID + "=" + OwnDelivery.ID)
public final class OwnDelivery implements Carrier {
    public static final String ID = "own";

    @Override
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? "自行配送" : "Own delivery";
    }

    @Override
    public List<CarrierRate> rates(CarrierRequest request) {
        return List.of(new CarrierRate("hand", "Hand-carried", null, null));
    }

    @Override
    public CarrierLabel label(CarrierRequest request) {
        return new CarrierLabel(true, null, null, request.parcels().stream().map(p -> new CarrierLabel.Labelled(p.number(), p.sscc(), null)).toList(), null);
    }

    @Override
    public List<CarrierEvent> track(Collection<String> trackingNumbers) {
        return List.of();
    }

    @Override
    public CarrierAnswer cancel(CarrierCancel request) {
        return CarrierAnswer.DONE;
    }
}
