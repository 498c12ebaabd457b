package io.amphora.catalog.rest;

import io.amphora.catalog.api.ProductData;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/**
 * A product as it comes in.
 *
 * @param unit    {@code pcs} if absent
 * @param active  true if absent
 * @param stocked true if absent
 * @param taxRate in percent
 * @param cost    of one unit, in the same currency
 * @param components makes it a kit: what one unit consists of; absent means that it is no kit
 */
public record ProductIn(@NotBlank @Size(max = 40) String sku, @NotBlank @Size(max = 200) String name, @Size(max = 20) String unit, @NotNull @DecimalMin("0") BigDecimal price,
                        @NotBlank @Size(min = 3, max = 3) String currency, @Size(max = 100) String productLine, Boolean active, Boolean stocked,
                        @DecimalMin("0") @DecimalMax("100") BigDecimal taxRate, @DecimalMin("0") BigDecimal cost, @Valid @Size(max = 50) List<ComponentJson> components) {
    /** Runs a use case with this product; what is wrong with the price is named together with all else. */
    <T> T with(Function<ProductData, T> useCase) {
        Problems problems = new Problems();
        Money money = money(problems);
        try {
            return useCase.apply(new ProductData(sku, name, unit, money, productLine, active == null || active, stocked == null || stocked, taxRate, cost,
                    components == null ? List.of() : components.stream().map(ComponentJson::toComponent).toList()));
        } catch (AmphoraException.Invalid e) {
            if (problems.isEmpty()) {
                throw e;
            }
            // the use case only saw that there is no price
            List<Problem> all = new ArrayList<>(e.problems());
            all.removeIf(p -> p.field().equals("price"));
            all.addAll(problems.all());
            throw new AmphoraException.Invalid(all);
        }
    }

    /** @return null if there is a problem */
    private Money money(Problems problems) {
        problems.notNegative("price", price, Money.SCALE);
        Currency known = Currency.getAvailableCurrencies().stream().filter(c -> c.getCurrencyCode().equals(currency)).findFirst().orElse(null);
        problems.check(known != null, "currency", "currency", "must be a currency code of ISO 4217, such as EUR");
        return problems.isEmpty() ? new Money(price, known) : null;
    }
}
