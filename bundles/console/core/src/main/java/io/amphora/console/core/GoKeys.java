package io.amphora.console.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code g o} leads to the orders: a key per menu group, the first letter of its (English) id that is still free, leading to its first entry. */
final class GoKeys {
    private GoKeys() {
    }

    static Map<String, Menu.Item> of(List<Menu.Group> groups) {
        Map<String, Menu.Item> keys = new LinkedHashMap<>();
        for (Menu.Group group : groups) {
            group.id().chars().filter(Character::isLetter).mapToObj(c -> "g " + (char) Character.toLowerCase(c)).filter(key -> !keys.containsKey(key))
                    .findFirst().ifPresent(key -> keys.put(key, group.items().get(0)));
        }
        return keys;
    }
}
