package io.amphora.order.core;

import io.amphora.common.SearchText;
import io.amphora.order.api.OrderTemplate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A named order to begin from. */
@Entity
@Table(name = "order_template")
public class OrderTemplateEntity {
    /** Stands for the shared ones in the key, as no database keeps null unique. */
    static final long SHARED = 0;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_template")
    @SequenceGenerator(name = "s_order_template", sequenceName = "s_order_template", allocationSize = 500)
    private Long id;
    @Column(name = "template_name")
    private String name;
    @Column(name = "name_lower")
    private String nameLower;
    @Column(name = "customer_id")
    private Long customerId;
    @Column(name = "owner_key")
    private long ownerKey;
    @Column(name = "customer_name")
    private String customerName;
    private String currency;
    private String note;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private long version;
    @OneToMany(mappedBy = "template", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("lineNo")
    private List<TemplateLineEntity> lines = new ArrayList<>();

    protected OrderTemplateEntity() {
    }

    OrderTemplateEntity(String by, Instant now) {
        changedBy = by;
        changedAt = now;
    }

    void take(String title, Long customer, String nameOfCustomer, String money, String text, List<OrderTemplate.Line> wanted, String by, Instant now) {
        name = title;
        nameLower = SearchText.key(title, 100);
        customerId = customer;
        ownerKey = customer == null ? SHARED : customer;
        customerName = nameOfCustomer;
        currency = money;
        note = text;
        changedBy = by;
        changedAt = now;
        lines.clear();
        wanted.forEach(l -> lines.add(new TemplateLineEntity(this, lines.size() + 1, l)));
    }

    long id() {
        return id;
    }

    String changedBy() {
        return changedBy;
    }

    String name() {
        return name;
    }

    Long customerId() {
        return customerId;
    }

    String currency() {
        return currency;
    }

    String note() {
        return note;
    }

    long version() {
        return version;
    }

    OrderTemplate toTemplate() {
        return new OrderTemplate(id, name, customerId, customerName, currency, note, lines.stream().map(TemplateLineEntity::toLine).toList(), changedBy, changedAt, version);
    }
}
