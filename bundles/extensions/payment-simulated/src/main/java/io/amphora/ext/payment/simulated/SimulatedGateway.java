package io.amphora.ext.payment.simulated;

import io.amphora.common.Money;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.GatewayRequest;
import io.amphora.payment.api.PaymentException;
import io.amphora.payment.api.PaymentGateway;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/**
 * Moves no money. The last two digits of the amount, in minor units, say what it does: 01 declines, 02 does it but gives no answer the first time, 03 fails the first
 * time, 04 leaves it to a person; all else is approved.
 */
@Component(property = PaymentGateway.PROPERTY_ID + "=simulated")
public final class SimulatedGateway implements PaymentGateway {
    private static final int KEPT = 10_000;
    private static final long SILENCE = 60;

    private final Map<String, GatewayAnswer> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, GatewayAnswer> eldest) {
            return size() > KEPT;
        }
    };

    @Override
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? "模拟支付" : "Simulated payments";
    }

    @Override
    public GatewayAnswer authorise(GatewayRequest request) throws PaymentException {
        return answer("sim-auth-", request);
    }

    @Override
    public GatewayAnswer capture(GatewayRequest request) throws PaymentException {
        return answer("sim-pay-", request);
    }

    @Override
    public GatewayAnswer release(GatewayRequest request) throws PaymentException {
        return answer("sim-void-", request);
    }

    @Override
    public GatewayAnswer refund(GatewayRequest request) throws PaymentException {
        return answer("sim-back-", request);
    }

    private GatewayAnswer answer(String prefix, GatewayRequest request) throws PaymentException {
        int digits = lastDigits(request.amount());
        GatewayAnswer answer = switch (digits) {
            case 1 -> GatewayAnswer.declined("declined by the simulation");
            case 4 -> GatewayAnswer.byPerson("left to a person by the simulation");
            default -> GatewayAnswer.approved(prefix + request.key());
        };
        boolean first;
        synchronized (answers) {
            first = answers.putIfAbsent(request.key(), answer) == null;
        }
        if (first && digits == 2) {
            silent();
        }
        if (first && digits == 3) {
            throw new PaymentException("failed by the simulation", null);
        }
        return answer;
    }

    private static int lastDigits(Money amount) {
        int scale = Math.max(0, amount.currency().getDefaultFractionDigits());
        BigInteger minor = amount.amount().movePointRight(scale).toBigInteger();
        return minor.mod(BigInteger.valueOf(100)).intValue();
    }

    private static void silent() throws PaymentException {
        try {
            TimeUnit.SECONDS.sleep(SILENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PaymentException("interrupted", e);
        }
    }
}
