package io.amphora.catalog.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(CatalogEntities.class)
class StoredBarcodesTest {
    private static final Actor ALL = Actor.system("test");
    private static final String EAN = "4006381333931";

    private StoredBarcodes barcodes;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        barcodes = new StoredBarcodes(db.tx("catalog"), db.outbox());
        product("TEA-1");
        product("mug");
    }

    private void product(String sku) {
        Product made = new JpaProducts(db.tx("catalog"), db.outbox()).create(ALL, new ProductData(sku, sku, "pcs", Money.of("1", "EUR"), null, true, true));
        assertThat(made.sku()).isEqualTo(sku);
    }

    @TestTemplate
    void findsTheProductOfAnyOfItsCodes() {
        assertThat(barcodes.set(ALL, "TEA-1", List.of(EAN, "96385074", "CARTON-7"))).containsExactly(EAN, "96385074", "CARTON-7");

        assertThat(barcodes.of(ALL, "TEA-1")).containsExactly(EAN, "96385074", "CARTON-7");
        assertThat(barcodes.sku(" " + EAN + " ")).contains("TEA-1");
        assertThat(barcodes.sku("0" + EAN)).as("the same number with 14 digits").contains("TEA-1");
        assertThat(barcodes.sku("CARTON-7")).contains("TEA-1");
        assertThat(barcodes.sku("tea-1")).contains("TEA-1");
        assertThat(barcodes.sku("nothing")).isEmpty();
        assertThat(barcodes.sku(null)).isEmpty();
        assertThat(barcodes.lookup(List.of("TEA-1", "mug"))).containsOnlyKeys("TEA-1");
        assertThat(db.events()).last().satisfies(e -> assertThat(e.topic()).isEqualTo("product.changed")).satisfies(e -> assertThat(e.payload()).contains(EAN));
        assertThat(barcodes.set(ALL, "TEA-1", List.of())).isEmpty();
        assertThat(barcodes.sku(EAN)).isEmpty();
    }

    @TestTemplate
    void namesAllThatIsWrongAtOnce() {
        barcodes.set(ALL, "mug", List.of(EAN));

        assertThatThrownBy(() -> barcodes.set(ALL, "TEA-1", List.of(EAN, "4006381333932", "X", "X", " ")))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field, Problem::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("barcodes[0]", "product.barcode-taken"), org.assertj.core.groups.Tuple.tuple("barcodes[1]", "product.barcode-digit"),
                                org.assertj.core.groups.Tuple.tuple("barcodes[3]", "product.barcode-twice"), org.assertj.core.groups.Tuple.tuple("barcodes[4]", "required")));
        assertThat(barcodes.of(ALL, "TEA-1")).isEmpty();
        assertThatThrownBy(() -> barcodes.set(ALL, "none", List.of())).isInstanceOf(AmphoraException.NotFound.class);
        assertThatThrownBy(() -> barcodes.set(new Actor("w", "W", Set.of("catalog.read")), "mug", List.of())).isInstanceOf(AmphoraException.NotPermitted.class);
    }
}
