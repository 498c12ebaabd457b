package io.amphora.order.rest;

import io.amphora.order.api.NewOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An order as it is sent in. */
public record OrderIn(@Schema(description = "rest if absent") @Size(max = 60) String channel,
                      @Schema(description = "its number there: the same pair of channel and externalId is answered with the first order") @Size(max = 100) String externalId,
                      Long customerId, @Size(max = 100) String reference, @Schema(description = "ISO 4217; that of the installation if absent") String currency,
                      @Schema(description = "the customer's address if absent") AddressJson shipTo, LocalDate wishedDate, @Size(max = 2000) String note, @NotEmpty List<LineIn> lines) {

    /** What is wanted. */
    public record LineIn(@NotNull @Size(max = 40) String sku, @NotNull @Schema(description = "above zero, at most 3 decimals") BigDecimal quantity,
                         @Schema(description = "the list price if absent; at most 4 decimals") BigDecimal unitPrice) {
    }

    NewOrder toNewOrder() {
        List<NewOrder.Line> wanted = new ArrayList<>(lines == null ? 0 : lines.size());
        if (lines != null) {
            lines.forEach(l -> wanted.add(new NewOrder.Line(l.sku(), l.quantity(), l.unitPrice())));
        }
        return new NewOrder(channel == null ? "rest" : channel, externalId, customerId, reference, currency, shipTo == null ? null : shipTo.toAddress(), wishedDate, note, wanted);
    }
}
