package io.amphora.order.core;

import io.amphora.order.api.OrderTemplate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** One line of a template. Written and deleted with it, so without a version. */
@Entity
@Table(name = "order_template_line")
public class TemplateLineEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_template_line")
    @SequenceGenerator(name = "s_order_template_line", sequenceName = "s_order_template_line", allocationSize = 500)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "template_id")
    private OrderTemplateEntity template;
    @Column(name = "line_no")
    private int lineNo;
    private String sku;
    private BigDecimal quantity;
    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    protected TemplateLineEntity() {
    }

    TemplateLineEntity(OrderTemplateEntity template, int lineNo, OrderTemplate.Line line) {
        this.template = template;
        this.lineNo = lineNo;
        sku = line.sku();
        quantity = line.quantity();
        unitPrice = line.unitPrice();
    }

    OrderTemplate.Line toLine() {
        return new OrderTemplate.Line(sku, Numbers.quantity(quantity), unitPrice == null ? null : unitPrice.stripTrailingZeros());
    }
}
