package io.amphora.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductInTest {
    private static ProductIn in(String price, String currency) {
        return new ProductIn("A", "Tea", null, price == null ? null : new BigDecimal(price), currency, null, null, false, null, null, null);
    }

    @Test
    void isActiveUnlessItSaysOtherwise() {
        assertThat(in("1.5", "EUR").<ProductData>with(d -> d)).isEqualTo(new ProductData("A", "Tea", null, Money.of("1.50", "EUR"), null, true, false));
    }

    @Test
    void namesProblemsOfThePriceTogetherWithAllOthers() {
        assertThatThrownBy(() -> in("1.23456", "EURO").with(d -> {
            assertThat(d.price()).isNull();
            throw new AmphoraException.Invalid(List.of(Problem.of("name", "required", "x"), Problem.of("price", "required", "must not be empty")));
        })).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(p -> p.field() + " " + p.code())
                .containsExactly("name required", "price too-many-decimals", "currency currency"));
        assertThatThrownBy(() -> in(null, null).with(d -> {
            throw new AmphoraException.Invalid(Problem.of("price", "required", "must not be empty"));
        })).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("price", "currency"));
    }

    @Test
    void showsPricesWithoutTheZerosOfTheDatabase() {
        ProductJson json = ProductJson.of(new Product(7, "A", "Tea", "pcs", Money.of("100.0000", "JPY"), null, true, true, 3));

        assertThat(json.price().toString()).isEqualTo("100");
        assertThat(json.currency()).isEqualTo("JPY");
    }
}
