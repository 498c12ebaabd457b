package io.amphora.report.core;

import io.amphora.platform.api.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class SettingsInMemory implements Settings {
    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public Optional<String> get(String owner, String key) {
        return Optional.ofNullable(values.get(owner + "/" + key));
    }

    @Override
    public void put(String owner, String key, String value) {
        if (value == null) {
            values.remove(owner + "/" + key);
        } else {
            values.put(owner + "/" + key, value);
        }
    }
}
