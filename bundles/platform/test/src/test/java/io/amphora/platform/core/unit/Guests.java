package io.amphora.platform.core.unit;

import io.amphora.platform.api.EntityContribution;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** Contributions that come and go in tests. */
final class Guests {
    private Guests() {
    }

    static Contribution parcels() {
        return guest("parcel", Parcel.class);
    }

    /** Takes the entity name of the parcels. */
    static Contribution rivals() {
        return guest("rival", Rival.class);
    }

    /** Has a script that fails after its first table. */
    static Contribution halfway() {
        return guest("halfway", Halfway.class);
    }

    static Contribution guest(String domain, Class<?>... classes) {
        return new Contribution(contribution(domain, classes));
    }

    static EntityContribution contribution(String domain, Class<?>... classes) {
        return new EntityContribution() {
            @Override
            public String domain() {
                return domain;
            }

            @Override
            public List<Class<?>> classes() {
                return List.of(classes);
            }
        };
    }

    @Entity(name = "Parcel")
    @Table(name = "parcel")
    static class Parcel {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_parcel")
        @SequenceGenerator(name = "s_parcel", sequenceName = "s_parcel", allocationSize = 500)
        private Long id;
        @Column(name = "code")
        private String code;
        @Column(name = "packed_at")
        private Instant packedAt;
        @Version
        private long version;

        protected Parcel() {
        }

        Parcel(String code, Instant packedAt) {
            this.code = code;
            this.packedAt = packedAt;
        }

        Long id() {
            return id;
        }

        Instant packedAt() {
            return packedAt;
        }

        void rename(String other) {
            code = other;
        }
    }

    @Entity(name = "Parcel")
    @Table(name = "rival")
    static class Rival {
        @Id
        private Long id;
    }

    @Entity
    @Table(name = "halfway")
    static class Halfway {
        @Id
        private Long id;
    }

    /** Not named for the weaver. */
    @Entity
    static class Unwoven {
        @Id
        private Long id;
    }
}
