package io.amphora.transfer.core;

import io.amphora.platform.api.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings in memory. */
final class FakeSettings implements Settings {
    private final Map<String, String> values = new HashMap<>();

    @Override
    public Optional<String> get(String owner, String key) {
        return Optional.ofNullable(values.get(owner + "\n" + key));
    }

    @Override
    public void put(String owner, String key, String value) {
        values.put(owner + "\n" + key, value);
    }
}
