package io.amphora.inventory.core;

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

/** A new level as a row. Once it exists it is read and changed by {@link Levels} only: conditional updates, which no entity can do. */
@Entity
@Table(name = "stock_level")
public class LevelEntity {
    static final int SKU_KEY = 80;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_stock_level")
    @SequenceGenerator(name = "s_stock_level", sequenceName = "s_stock_level", allocationSize = 500)
    private Long id;
    private String sku;
    @Column(name = "sku_lower")
    private String skuLower;
    @Column(name = "location_id")
    private long locationId;
    @Column(name = "on_hand")
    private BigDecimal onHand;
    private BigDecimal reserved = BigDecimal.ZERO;
    private BigDecimal safety = BigDecimal.ZERO;
    private int low;
    @Version
    private long version;

    protected LevelEntity() {
    }

    LevelEntity(String sku, long locationId, BigDecimal onHand) {
        this.sku = sku;
        this.skuLower = SearchText.key(sku, SKU_KEY);
        this.locationId = locationId;
        this.onHand = onHand;
        low = onHand.signum() == 0 ? 1 : 0;
    }
}
