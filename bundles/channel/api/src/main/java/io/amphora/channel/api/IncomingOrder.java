package io.amphora.channel.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * An order as a channel brings it: nothing is checked yet, every text may be null.
 *
 * @param externalId     its number there; required
 * @param customerNumber known customer, or null: then name and the rest make or find one
 * @param wishedDate     when the customer wants it, {@code 2026-12-31}
 * @param money          what is owed besides the lines; null is {@link Money#NONE}
 */
public record IncomingOrder(String externalId, String customerNumber, String customerName, String email, String phone, String street, String city, String region,
                            String postalCode, String country, String currency, String reference, String note, List<Line> lines, String wishedDate, Money money) {
    public IncomingOrder {
        lines = List.copyOf(lines);
        money = money == null ? Money.NONE : money;
    }

    /** Nothing is owed besides the lines. */
    public IncomingOrder(String externalId, String customerNumber, String customerName, String email, String phone, String street, String city, String region, String postalCode,
                         String country, String currency, String reference, String note, List<Line> lines, String wishedDate) {
        this(externalId, customerNumber, customerName, email, phone, street, city, region, postalCode, country, currency, reference, note, lines, wishedDate, Money.NONE);
    }

    /** Wanted as soon as possible. */
    public IncomingOrder(String externalId, String customerNumber, String customerName, String email, String phone, String street, String city, String region, String postalCode,
                         String country, String currency, String reference, String note, List<Line> lines) {
        this(externalId, customerNumber, customerName, email, phone, street, city, region, postalCode, country, currency, reference, note, lines, null, Money.NONE);
    }

    /**
     * @param unitPrice       null takes the list price
     * @param discountPercent off the line, null for none; only one of the two discounts
     * @param discountAmount  off the line, in the order's currency, null for none
     * @param taxRate         in percent, null takes the product's
     */
    public record Line(String sku, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent, BigDecimal discountAmount, BigDecimal taxRate, String note) {
        /** Without a discount, with the product's tax. */
        public Line(String sku, BigDecimal quantity, BigDecimal unitPrice) {
            this(sku, quantity, unitPrice, null, null, null, null);
        }
    }

    /**
     * What is owed besides the lines, and in all.
     *
     * @param discountPercent  off the whole, null for none; only one of the two discounts
     * @param discountAmount   off the whole, in the order's currency, null for none
     * @param pricesIncludeTax null takes the installation's setting
     * @param total            what the channel says all comes to: an order that comes to something else waits in the inbox; null if it does not say
     */
    public record Money(BigDecimal discountPercent, BigDecimal discountAmount, List<Charge> charges, Boolean pricesIncludeTax, BigDecimal total) {
        public static final Money NONE = new Money(null, null, List.of(), null, null);

        public Money {
            charges = charges == null ? List.of() : List.copyOf(charges);
        }
    }

    /** @param type {@code SHIPPING}, {@code HANDLING}, {@code GIFT_WRAP}, {@code PAYMENT} or {@code OTHER} @param text for the customer, may be null @param taxRate in percent, null for none */
    public record Charge(String type, String text, BigDecimal amount, BigDecimal taxRate) {
    }
}
