/**
 * One persistence unit over the entities of all bundles. {@link io.amphora.platform.core.unit.Unit} knows nothing of OSGi, so
 * that tests use it as it is; {@link io.amphora.platform.core.unit.PersistenceUnit} ties it to the service registry.
 */
package io.amphora.platform.core.unit;
