package io.amphora.inventory.core;

import io.amphora.inventory.api.Location;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A location as a row. */
@Entity
@Table(name = "stock_location")
public class LocationEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_stock_location")
    @SequenceGenerator(name = "s_stock_location", sequenceName = "s_stock_location", allocationSize = 500)
    private Long id;
    private String code;
    private String name;
    private String region;
    private int priority;
    private boolean active;
    @Version
    private long version;

    protected LocationEntity() {
    }

    LocationEntity(String code) {
        this.code = code;
    }

    void set(String newName, String newRegion, int newPriority, boolean newActive) {
        name = newName;
        region = newRegion;
        priority = newPriority;
        active = newActive;
    }

    Location toLocation() {
        return new Location(id, code, name, region, priority, active, version);
    }

    long version() {
        return version;
    }
}
