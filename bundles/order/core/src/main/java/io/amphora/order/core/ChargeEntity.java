package io.amphora.order.core;

import io.amphora.order.api.Calculation;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.OrderPricing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** What an order costs besides its goods. */
@Entity
@Table(name = "order_charge")
public class ChargeEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_charge")
    @SequenceGenerator(name = "s_order_charge", sequenceName = "s_order_charge", allocationSize = 500)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id")
    private OrderEntity order;
    @Column(name = "charge_no")
    private int chargeNo;
    @Enumerated(EnumType.STRING)
    @Column(name = "charge_type")
    private ChargeType type;
    @Column(name = "charge_text")
    private String text;
    private BigDecimal amount;
    @Column(name = "tax_rate")
    private BigDecimal taxRate;
    private BigDecimal tax;
    private BigDecimal payable;
    @Version
    private long version;

    protected ChargeEntity() {
    }

    ChargeEntity(OrderEntity order, int chargeNo, NewOrder.Charge in, Calculation.ChargeResult money) {
        this.order = order;
        this.chargeNo = chargeNo;
        type = in.type();
        text = in.text();
        amount = in.amount();
        taxRate = in.taxRate();
        tax = money.tax();
        payable = money.payable();
    }

    OrderPricing.Charge toCharge(String currency) {
        return new OrderPricing.Charge(type, text, Numbers.money(amount, currency), taxRate == null ? null : Numbers.quantity(taxRate), Numbers.money(tax, currency), Numbers.money(payable, currency));
    }

    Calculation.ChargeResult result() {
        return new Calculation.ChargeResult(tax, payable);
    }

    /** As it was entered. */
    NewOrder.Charge entered() {
        return new NewOrder.Charge(type, text, amount, taxRate);
    }
}
