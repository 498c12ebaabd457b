package io.amphora.catalog.core;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.common.Money;
import io.amphora.common.SearchText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** A product as a row. */
@Entity
@Table(name = "product")
public class ProductEntity {
    static final int SKU_KEY = 80;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_product")
    @SequenceGenerator(name = "s_product", sequenceName = "s_product", allocationSize = 500)
    private Long id;
    private String sku;
    @Column(name = "sku_lower")
    private String skuLower;
    private String name;
    private String unit;
    private BigDecimal price;
    private String currency;
    @Column(name = "product_line")
    private String productLine;
    private boolean active;
    private boolean stocked;
    @Column(name = "tax_rate")
    private BigDecimal taxRate;
    private BigDecimal cost;
    private String components;
    @Version
    private long version;

    protected ProductEntity() {
    }

    /** @param data checked and tidied by {@link ProductRules} */
    ProductEntity(ProductData data) {
        sku = data.sku();
        skuLower = SearchText.key(sku, SKU_KEY);
        set(data);
    }

    /** Everything but the SKU, which never changes. */
    final void set(ProductData data) {
        name = data.name();
        unit = data.unit();
        // an equal price of another scale is no change
        if (price == null || price.compareTo(data.price().amount()) != 0) {
            price = data.price().amount();
        }
        currency = data.price().currency().getCurrencyCode();
        productLine = data.productLine();
        active = data.active();
        stocked = data.stocked();
        taxRate = same(taxRate, data.taxRate());
        cost = same(cost, data.cost());
        components = KitText.of(data.components());
    }

    /** An equal number of another scale is no change. */
    private static BigDecimal same(BigDecimal before, BigDecimal after) {
        return before != null && after != null && before.compareTo(after) == 0 ? before : after;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number == null ? null : number.stripTrailingZeros();
        return stripped != null && stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    Product toProduct() {
        return new Product(id, sku, name, unit, Money.of(price, currency), productLine, active, stocked, version, plain(taxRate), plain(cost), KitText.read(components));
    }

    String sku() {
        return sku;
    }

    long version() {
        return version;
    }
}
