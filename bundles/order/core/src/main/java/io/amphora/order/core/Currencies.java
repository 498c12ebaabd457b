package io.amphora.order.core;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The currency codes that there are: {@link Currency#getInstance} throws for others, which is slow and says nothing. */
final class Currencies {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private Currencies() {
    }

    static Optional<String> known(String code) {
        return CODES.contains(code) ? Optional.of(code) : Optional.empty();
    }
}
