package io.amphora.extension.core;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service component of a bundle as it stands: with what it offers and what it cannot be without. A service that somebody registered by
 * hand is one without needs.
 *
 * @param ids     {@code component.id} of its configurations; empty for a service registered by hand
 * @param missing what it waits for
 */
record Part(long bundleId, String bundle, String name, List<String> interfaces, Map<String, Object> properties, State state, String failure, List<Need> needs,
            List<Need> missing, Set<Long> ids) {
    enum State {
        ACTIVE, WAITING, UNCONFIGURED, FAILED
    }

    /** A mandatory reference. @param target filter, or null */
    record Need(String interfaceName, String target) {
        @Override
        public String toString() {
            return target == null ? interfaceName : interfaceName + " " + target;
        }
    }

    boolean active() {
        return state == State.ACTIVE;
    }

    boolean offers(String interfaceName) {
        return interfaces.contains(interfaceName);
    }

    String text(String property) {
        Object value = properties.get(property);
        return value == null ? null : value.toString();
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
