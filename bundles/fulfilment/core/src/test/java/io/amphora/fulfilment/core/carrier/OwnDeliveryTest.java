package io.amphora.fulfilment.core.carrier;

import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.test.CarrierContract;

class OwnDeliveryTest extends CarrierContract {
    @Override
    protected Carrier carrier() {
        return new OwnDelivery();
    }
}
