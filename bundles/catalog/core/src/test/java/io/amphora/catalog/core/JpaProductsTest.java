package io.amphora.catalog.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.ProductFilter;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(CatalogEntities.class)
class JpaProductsTest {
    private static final Actor ANNA = new Actor("anna", "Anna", Set.of(Products.READ, Products.EDIT));
    private static final Actor GUEST = new Actor("guest", "Guest", Set.of());

    private TestDatabase db;
    private Tx tx;
    private JpaProducts products;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        tx = db.tx("catalog");
        products = new JpaProducts(tx, db.outbox());
    }

    private static ProductData data(String sku, String name, String price) {
        return new ProductData(sku, name, null, Money.of(price, "EUR"), null, true, true);
    }

    private static ProductData data(String sku, String name, String line, boolean active) {
        return new ProductData(sku, name, "kg", Money.of("1.50", "EUR"), line, active, true);
    }

    private List<String> skus(ProductFilter filter) {
        List<String> skus = new ArrayList<>();
        String after = null;
        do {
            Page<Product> page = products.list(ANNA, filter, new PageRequest(after, 2));
            page.items().forEach(p -> skus.add(p.sku()));
            after = page.next();
        } while (after != null);
        return skus;
    }

    @TestTemplate
    void ofAKitAllIsNamedAtOnce() {
        ProductData kit = new ProductData("KIT", "", null, Money.of("1", "EUR"), null, true, true, null, null,
                List.of(new KitComponent("NOTHING", BigDecimal.ONE), new KitComponent("NEITHER", BigDecimal.ZERO), new KitComponent(" ", BigDecimal.ONE)));

        assertThatThrownBy(() -> products.create(ANNA, kit)).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field)
                .containsExactlyInAnyOrder("name", "components[0].sku", "components[1].sku", "components[1].quantity", "components[2].sku"));
    }

    @TestTemplate
    void keepsWhatWasEnteredAndTellsOfIt() {
        Product p = products.create(ANNA, new ProductData(" TEA-1 ", " 龙井绿茶 Longjing ", " ", Money.of("24.5", "EUR"), "Tea", true, false));

        assertThat(products.find(ANNA, p.id())).isEqualTo(p);
        assertThat(p.data()).isEqualTo(new ProductData("TEA-1", "龙井绿茶 Longjing", "pcs", Money.of("24.50", "EUR"), "Tea", true, false));
        assertThat(products.findBySku(ANNA, "TEA-1")).contains(p);
        assertThat(products.findBySku(ANNA, "tea-1")).isEmpty();
        Event e = db.events().get(0);
        assertThat(e.topic()).isEqualTo("product.created");
        assertThat(e.key()).isEqualTo(String.valueOf(p.id()));
        assertThat(e.payload()).isEqualTo("{\"by\":\"anna\",\"sku\":\"TEA-1\"}");
    }

    @TestTemplate
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> products.create(ANNA, new ProductData(" ", "x".repeat(201), "u".repeat(21), Money.of("-1", "EUR"), "l".repeat(101), true, true)))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class,
                        e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("sku", "name", "unit", "productLine", "price"));
        assertThatThrownBy(() -> products.create(ANNA, new ProductData(null, null, null, null, null, true, true)))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("sku", "name", "price"));
        assertThat(db.events()).isEmpty();
    }

    @TestTemplate
    void refusesATakenSku() {
        products.create(ANNA, data("A", "one", "1"));

        assertThatThrownBy(() -> products.create(ANNA, data("A", "two", "2")))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("product.sku.taken"));
    }

    @TestTemplate
    void oneOfManyWhoCreateTheSameSkuAtOnceWins() {
        List<Boolean> won = IntStream.range(0, 16).parallel().mapToObj(i -> {
            try {
                products.create(ANNA, data("RACE", "racer " + i, "1"));
                return true;
            } catch (AmphoraException.Invalid e) {
                return false;
            }
        }).toList();

        assertThat(won).containsOnlyOnce(true);
    }

    @TestTemplate
    void changesAndSaysWhatChanged() {
        Product p = products.create(ANNA, data("A", "Cup", "1"));

        Product changed = products.change(ANNA, p.id(), p.version(), data("A", "Mug", "1.0000"));
        products.change(ANNA, p.id(), changed.version(), data("A", "Mug", "1.00"));

        assertThat(changed.version()).isGreaterThan(p.version());
        assertThat(db.events()).extracting(Event::topic).containsExactly("product.created", "product.changed");
        assertThat(db.events().get(1).payload()).isEqualTo("{\"by\":\"anna\",\"sku\":\"A\",\"changes\":{\"name\":[\"Cup\",\"Mug\"]}}");
        assertThat(skus(new ProductFilter("mug", null, null))).containsExactly("A");
        assertThat(skus(new ProductFilter("cup", null, null))).isEmpty();
    }

    @TestTemplate
    void refusesAChangeOfAnOldVersionOfTheSkuAndOfNothing() {
        Product p = products.create(ANNA, data("A", "Cup", "1"));
        products.change(ANNA, p.id(), p.version(), data("A", "Mug", "1"));

        assertThatThrownBy(() -> products.change(ANNA, p.id(), p.version(), data("A", "Bowl", "1"))).isInstanceOf(AmphoraException.Stale.class);
        assertThatThrownBy(() -> products.change(ANNA, p.id(), p.version() + 1, data("B", "Bowl", "1"))).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> products.change(ANNA, 4711, 0, data("A", "Bowl", "1"))).isInstanceOf(AmphoraException.NotFound.class);
    }

    @TestTemplate
    void listsPageByPageInSkuOrderOnEveryDatabase() {
        for (String sku : List.of("b-1", "B-2", "a", "Z", "10", "9", "红")) {
            products.create(ANNA, data(sku, "thing", "1"));
        }

        assertThat(skus(ProductFilter.ALL)).containsExactly("10", "9", "B-2", "Z", "a", "b-1", "红");
    }

    @TestTemplate
    void findsBySkuAndByAnyWordWhateverTheCase() {
        products.create(ANNA, data("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", "Light", true));
        products.create(ANNA, data("TEA-LJ", "龙井绿茶 Longjing", "Tea", true));
        products.create(ANNA, data("HEART", "old thing", "Light", false));

        assertThat(skus(new ProductFilter("heart", null, null))).containsExactly("85123A", "HEART");
        assertThat(skus(new ProductFilter("Hang", null, null))).containsExactly("85123A");
        assertThat(skus(new ProductFilter("8512", null, null))).containsExactly("85123A");
        assertThat(skus(new ProductFilter("绿茶", null, null))).containsExactly("TEA-LJ");
        assertThat(skus(new ProductFilter("lj", null, null))).containsExactly("TEA-LJ");
        assertThat(skus(new ProductFilter("e", null, null))).isEmpty();
        assertThat(skus(new ProductFilter("h", "Light", true))).containsExactly("85123A");
        assertThat(skus(new ProductFilter(null, "Light", null))).containsExactly("85123A", "HEART");
        assertThat(skus(new ProductFilter(null, null, false))).containsExactly("HEART");
        assertThat(skus(new ProductFilter("%", null, null))).isEmpty();
        assertThat(products.productLines(ANNA)).containsExactly("Light", "Tea");
    }

    @TestTemplate
    void suggestsActiveProductsSkuFirst() {
        products.create(ANNA, data("CUP-2", "Two cups", "1"));
        products.create(ANNA, data("CUP-1", "One", "1"));
        products.create(ANNA, data("A-1", "Cup of gold", "1"));
        products.create(ANNA, data("CUP-0", "gone", "x", false));

        assertThat(products.search(ANNA, "cup", 10)).extracting(Product::sku).containsExactly("CUP-1", "CUP-2", "A-1");
        assertThat(products.search(ANNA, "cup", 1)).extracting(Product::sku).containsExactly("CUP-1");
        assertThat(products.search(ANNA, " ", 10)).isEmpty();
    }

    @TestTemplate
    void importsManyAndCountsWhatItDid() {
        products.create(ANNA, data("OLD", "old name", "1"));
        products.create(ANNA, data("SAME", "same", "1"));
        List<ProductData> rows = new ArrayList<>(List.of(data("OLD", "new name", "1"), data("SAME", "same", "1.00")));
        IntStream.range(0, 600).forEach(i -> rows.add(data("S" + i, "article " + i, "2")));

        assertThat(products.saveAll(ANNA, rows)).isEqualTo(new Products.Saved(600, 1, 1));
        assertThat(products.saveAll(ANNA, rows)).isEqualTo(new Products.Saved(0, 0, 602));

        assertThat(skus(new ProductFilter("new", null, null))).containsExactly("OLD");
        assertThat(skus(new ProductFilter("article", null, null))).hasSize(600);
        assertThat(db.events()).extracting(Event::topic).containsExactly("product.created", "product.created", "product.imported");
    }

    @TestTemplate
    void refusesAnImportNamingTheRows() {
        assertThatThrownBy(() -> products.saveAll(ANNA, List.of(data("A", "ok", "1"), data("", "x", "-1"))))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("[1].sku", "[1].price"));
    }

    @TestTemplate
    void lookupFollowsLocalChangesAtOnce() {
        Product p = products.create(ANNA, data("A", "Cup", "1"));
        assertThat(products.lookup(List.of("A", "nothing"))).containsOnlyKeys("A");

        products.change(ANNA, p.id(), p.version(), data("A", "Cup", "2"));

        assertThat(products.lookup(Set.of("A")).get("A").price()).isEqualTo(Money.of("2", "EUR"));
    }

    @TestTemplate
    void lookupSeesTheRunningTransactionAndForgetsItWhenItFails() {
        assertThatThrownBy(() -> tx.call(em -> {
            products.saveAll(ANNA, List.of(data("GHOST", "ghost", "1")));
            assertThat(products.lookup(Set.of("GHOST"))).containsKey("GHOST");
            throw new IllegalStateException("undo");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(products.lookup(Set.of("GHOST"))).isEmpty();
    }

    @TestTemplate
    void asksForPermission() {
        assertThatThrownBy(() -> products.create(GUEST, data("A", "x", "1"))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> products.change(GUEST, 1, 1, data("A", "x", "1"))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> products.saveAll(GUEST, List.of())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> products.list(GUEST, ProductFilter.ALL, PageRequest.first(1))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> products.search(GUEST, "a", 1)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> products.find(GUEST, 1)).isInstanceOf(AmphoraException.NotPermitted.class);
    }
}
