package io.amphora.notification.core.store;

import io.amphora.notification.api.QuietHours;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The quiet hours of a person. */
@Entity
@Table(name = "notification_quiet")
public class QuietEntity {
    @Id
    private String person;
    @Column(name = "quiet_from")
    private String from;
    @Column(name = "quiet_to")
    private String to;
    @Column(name = "zone_id")
    private String zone;
    @Version
    private long version;

    protected QuietEntity() {
    }

    public QuietEntity(String person) {
        this.person = person;
    }

    public static List<QuietEntity> all(EntityManager em) {
        return em.createQuery("select q from QuietEntity q", QuietEntity.class).getResultList();
    }

    public String person() {
        return person;
    }

    public void are(QuietHours hours) {
        from = hours.from().toString();
        to = hours.to().toString();
        zone = hours.zone().getId();
    }

    public QuietHours hours() {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }
}
