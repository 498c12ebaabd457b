package io.amphora.payment.core.gateway;

import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.GatewayRequest;
import io.amphora.payment.api.PaymentGateway;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** A card terminal or a provider's web page beside the screen: a person does what is asked, and says so. */
@Component(property = PaymentGateway.PROPERTY_ID + "=manual")
public final class ManualGateway implements PaymentGateway {
    @Override
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? "人工处理" : "By hand";
    }

    @Override
    public GatewayAnswer authorise(GatewayRequest request) {
        return GatewayAnswer.byPerson(null);
    }

    @Override
    public GatewayAnswer capture(GatewayRequest request) {
        return GatewayAnswer.byPerson(null);
    }

    @Override
    public GatewayAnswer release(GatewayRequest request) {
        return GatewayAnswer.byPerson(null);
    }

    @Override
    public GatewayAnswer refund(GatewayRequest request) {
        return GatewayAnswer.byPerson(null);
    }
}
