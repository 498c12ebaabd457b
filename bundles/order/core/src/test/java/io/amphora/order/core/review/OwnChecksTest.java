package io.amphora.order.core.review;

import io.amphora.order.api.ReviewCheck;
import io.amphora.order.core.OrderSettings;
import io.amphora.order.core.Today;
import io.amphora.order.test.ReviewCheckContract;
import io.amphora.platform.api.Settings;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** The checks of this bundle hold to the contract. */
class OwnChecksTest {
    private static final Settings SETTINGS = (Settings) Proxy.newProxyInstance(Settings.class.getClassLoader(), new Class<?>[] {Settings.class}, (p, m, a) -> switch ((String) a[1]) {
        case "order.review.credit-limit" -> Optional.of("500");
        case "order.review.min-margin-percent" -> Optional.of("30");
        case "order.review.risk-threshold" -> Optional.of("0");
        case "order.review.blacklist" -> Optional.of("mill lane\nada");
        default -> Optional.empty();
    });

    abstract static class Contract extends ReviewCheckContract {
        private final ReviewCheck check;

        Contract(Function<OrderSettings, ReviewCheck> make) {
            check = make.apply(new OrderSettings(SETTINGS));
        }

        @Override
        protected ReviewCheck check() {
            return check;
        }
    }

    @Nested
    class Customer extends Contract {
        Customer() {
            super(CustomerCheck::new);
        }
    }

    @Nested
    class Address extends Contract {
        Address() {
            super(AddressCheck::new);
        }
    }

    @Nested
    class Date extends Contract {
        Date() {
            super(settings -> new DateCheck(settings, new Today(SETTINGS, Clock.systemUTC())));
        }
    }

    @Nested
    class Price extends Contract {
        Price() {
            super(PriceCheck::new);
        }
    }

    @Nested
    class Quantity extends Contract {
        Quantity() {
            super(QuantityCheck::new);
        }
    }

    @Nested
    class Discount extends Contract {
        Discount() {
            super(DiscountCheck::new);
        }
    }

    @Nested
    class Margin extends Contract {
        Margin() {
            super(MarginCheck::new);
        }
    }

    @Nested
    class Total extends Contract {
        Total() {
            super(TotalCheck::new);
        }
    }

    @Nested
    class Credit extends Contract {
        Credit() {
            super(CreditCheck::new);
        }
    }

    @Nested
    class Duplicate extends Contract {
        Duplicate() {
            super(DuplicateCheck::new);
        }
    }

    @Nested
    class Blacklist extends Contract {
        Blacklist() {
            super(BlacklistCheck::new);
        }
    }

    @Nested
    class Risk extends Contract {
        Risk() {
            super(RiskCheck::new);
        }
    }
}
