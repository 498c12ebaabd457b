package io.amphora.catalog.rest;

import io.amphora.catalog.api.KitComponent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** A part of a kit. @param quantity per unit of the kit */
public record ComponentJson(@NotBlank @Size(max = 40) String sku, @NotNull BigDecimal quantity) {
    static ComponentJson of(KitComponent c) {
        return new ComponentJson(c.sku(), c.quantity());
    }

    KitComponent toComponent() {
        return new KitComponent(sku, quantity);
    }
}
