package io.amphora.inventory.rest;

import io.amphora.inventory.api.Location;

/** A location as it is shown. */
public record LocationJson(long id, String code, String name, String region, int priority, boolean active, long version) {
    static LocationJson of(Location l) {
        return new LocationJson(l.id(), l.code(), l.name(), l.region(), l.priority(), l.active(), l.version());
    }
}
