package io.amphora.platform.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: the entities, embeddables, mapped superclasses and converters that a bundle adds to the one persistence
 * unit. The classes need not be exported, but must be woven at build time. The bundle may carry Flyway scripts in
 * {@code db/<domain>}; they run on Derby and on PostgreSQL (a folder {@code db/<domain>-derby} or {@code -postgresql} beside it
 * holds what only one of them needs).
 */
@ConsumerType
public interface EntityContribution {
    /** Short lower-case name; also names the schema history table ({@code flyway_<domain>}). Unique in the installation. */
    String domain();

    /** All of one class loader: that of the contributing bundle. */
    List<Class<?>> classes();
}
