package io.amphora.inventory.core;

import io.amphora.inventory.api.StockLevel;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** The counters that claims are made on: those of the database, or a copy. */
interface Counters {
    /** @param claims in the order of their levels; @return 1 for each that was made, 0 for each that found too little */
    int[] reserve(List<Levels.Claim> claims);

    /** All levels of these SKUs. */
    List<StockLevel> ofSkus(Collection<String> skus);

    /** Those of the database, in the running transaction. */
    static Counters of(EntityManager em) {
        return new Counters() {
            @Override
            public int[] reserve(List<Levels.Claim> claims) {
                return Levels.reserve(em, claims);
            }

            @Override
            public List<StockLevel> ofSkus(Collection<String> skus) {
                return Levels.ofSkus(em, skus);
            }
        };
    }
}
