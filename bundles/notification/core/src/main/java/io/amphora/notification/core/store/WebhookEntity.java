package io.amphora.notification.core.store;

import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Webhook;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A machine that is told. */
@Entity
@Table(name = "notification_webhook")
public class WebhookEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_notification_webhook")
    @SequenceGenerator(name = "s_notification_webhook", sequenceName = "s_notification_webhook", allocationSize = 500)
    private Long id;
    @Column(name = "hook_name")
    private String name;
    private String url;
    private String secret;
    private String occasions;
    private int active;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    private long version;

    protected WebhookEntity() {
    }

    public WebhookEntity(Instant now) {
        createdAt = now;
        active = 1;
    }

    public static List<WebhookEntity> all(EntityManager em) {
        return em.createQuery("select w from WebhookEntity w order by w.id", WebhookEntity.class).getResultList();
    }

    public void is(String newName, String newUrl, Set<Occasion> of, boolean isActive) {
        name = newName;
        url = newUrl;
        occasions = of.stream().map(Occasion::name).sorted().collect(Collectors.joining(" "));
        active = isActive ? 1 : 0;
    }

    public void signsWith(String newSecret) {
        secret = newSecret;
    }

    public String secret() {
        return secret;
    }

    public long version() {
        return version;
    }

    public Recipient recipient() {
        return new Recipient(Recipient.Kind.WEBHOOK, String.valueOf(id), name, url);
    }

    public Webhook toWebhook() {
        return new Webhook(id, name, url, Arrays.stream(occasions.split(" ")).map(Occasion::valueOf).collect(Collectors.toSet()), active == 1, createdAt, version);
    }
}
