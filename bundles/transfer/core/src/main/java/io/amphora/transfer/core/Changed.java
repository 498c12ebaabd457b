package io.amphora.transfer.core;

import io.amphora.common.Actor;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.core.store.ImportEntity;
import io.amphora.transfer.core.store.Json;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is told of an import: who did what to which file. */
final class Changed {
    static final String TOPIC = "transfer.changed";
    /** Looking changes nothing: pages follow it, the audit log leaves it out. */
    private static final Set<Import.State> PASSING = EnumSet.of(Import.State.READY, Import.State.CHECKING, Import.State.CHECKED);

    private Changed() {
    }

    static String to(Actor by, ImportEntity entity) {
        Map<String, Object> says = of(by, entity.fileName());
        says.put("state", entity.state());
        if (PASSING.contains(entity.state())) {
            says.put("passing", true);
        }
        return Json.write(says);
    }

    static String deleted(Actor by, String file) {
        Map<String, Object> says = of(by, file);
        says.put("deleted", true);
        return Json.write(says);
    }

    private static Map<String, Object> of(Actor by, String file) {
        Map<String, Object> says = new LinkedHashMap<>();
        says.put("by", by.name());
        says.put("file", file);
        return says;
    }
}
