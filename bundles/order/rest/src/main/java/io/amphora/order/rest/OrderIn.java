package io.amphora.order.rest;

import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
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
                      @Schema(description = "the customer's address if absent") AddressJson shipTo, LocalDate wishedDate, @Size(max = 2000) String note, @NotEmpty List<LineIn> lines,
                      @Schema(description = "on the whole order; absent for none") DiscountJson discount, @Schema(description = "what is paid besides the goods") @Size(max = 20) List<ChargeIn> charges,
                      @Schema(description = "whether prices, discounts and charges are with tax; the setting of the installation if absent") Boolean pricesIncludeTax, DeliveryIn delivery) {

    /** What leaves when. */
    public record DeliveryIn(@Schema(description = "nothing leaves until all lines are ready") boolean shipComplete,
                             @Schema(description = "whether short lines may wait for stock; absent: as the product or the installation says") Boolean backorders,
                             @Schema(description = "when stock arrives, higher comes first; -100 to 100, absent: 0") Integer priority) {
        NewOrder.Delivery toDelivery() {
            return new NewOrder.Delivery(shipComplete, backorders, priority == null ? 0 : priority);
        }
    }

    /** What is wanted. */
    public record LineIn(@NotNull @Size(max = 40) String sku, @NotNull @Schema(description = "above zero, at most 3 decimals") BigDecimal quantity,
                         @Schema(description = "the list price if absent; at most 4 decimals") BigDecimal unitPrice, @Schema(description = "for the whole line") DiscountJson discount,
                         @Schema(description = "in percent; that of the product if absent") BigDecimal taxRate, @Size(max = 500) String note) {
        NewOrder.Line toLine() {
            return new NewOrder.Line(sku, quantity, unitPrice, discount == null ? null : discount.toDiscount(), taxRate, note);
        }
    }

    /** Something to be paid besides the goods. */
    public record ChargeIn(@NotNull ChargeType type, @Schema(description = "what the customer reads; the type if absent") @Size(max = 200) String text, @NotNull BigDecimal amount,
                           @Schema(description = "in percent; absent for none") BigDecimal taxRate) {
        NewOrder.Charge toCharge() {
            return new NewOrder.Charge(type, text, amount, taxRate);
        }
    }

    /** A percentage or an amount. */
    public record DiscountJson(@Schema(description = "0 to 100, at most 4 decimals") BigDecimal percent, @Schema(description = "in the order's currency") BigDecimal amount) {
        Discount toDiscount() {
            return new Discount(percent, amount);
        }

        static DiscountJson of(Discount d) {
            return d == null ? null : new DiscountJson(d.percent(), d.amount());
        }
    }

    NewOrder toNewOrder() {
        List<NewOrder.Line> wanted = new ArrayList<>(lines == null ? 0 : lines.size());
        if (lines != null) {
            lines.forEach(l -> wanted.add(l.toLine()));
        }
        return new NewOrder(channel == null ? "rest" : channel, externalId, customerId, reference, currency, shipTo == null ? null : shipTo.toAddress(), wishedDate, note, wanted,
                delivery == null ? null : delivery.toDelivery(),
                discount == null ? null : discount.toDiscount(), charges == null ? List.of() : charges.stream().map(ChargeIn::toCharge).toList(), pricesIncludeTax);
    }
}
