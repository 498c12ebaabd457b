package io.amphora.platform.core.settings;

import io.amphora.common.Problems;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.Statements;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of settings. */
@Component(service = Settings.class)
public final class SqlSettings implements Settings {
    private static final int OWNER = 200;
    private static final int KEY = 100;
    private static final int VALUE = 8_000;

    private final Tx tx;

    @Activate
    public SqlSettings(@Reference(target = "(domain=platform)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public Optional<String> get(String owner, String key) {
        return Statements.call(tx, sql -> sql.query(1, row -> row.getString(1), "select setting_value from setting where owner_name = ? and setting_key = ?", owner, key))
                .stream().findFirst();
    }

    @Override
    public void put(String owner, String key, String value) {
        Problems problems = new Problems();
        problems.text("key", key, KEY);
        problems.check(owner != null && owner.length() <= OWNER, "owner", "too-long", "has {0} characters, at most {1} are allowed", owner == null ? 0 : owner.length(), OWNER);
        problems.check(value == null || value.length() <= VALUE, "value", "too-long", "has {0} characters, at most {1} are allowed", value == null ? 0 : value.length(), VALUE);
        problems.throwIfAny();
        try {
            write(owner, key, value);
        } catch (PersistenceException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // somebody put it first at the same moment: now it is there to be changed
            write(owner, key, value);
        }
    }

    private void write(String owner, String key, String value) {
        Statements.call(tx, sql -> value == null ? remove(sql, owner, key) : set(sql, owner, key, value));
    }

    private static int remove(Statements sql, String owner, String key) throws SQLException {
        return sql.update("delete from setting where owner_name = ? and setting_key = ?", owner, key);
    }

    private static int set(Statements sql, String owner, String key, String value) throws SQLException {
        int changed = sql.update("update setting set setting_value = ? where owner_name = ? and setting_key = ?", value, owner, key);
        return changed > 0 ? changed : sql.update("insert into setting (setting_value, owner_name, setting_key) values (?, ?, ?)", value, owner, key);
    }
}
