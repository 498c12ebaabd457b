package io.amphora.order.console;

import io.amphora.console.api.JobPage;
import org.osgi.service.component.annotations.Component;

/** From the bell to the bulk run. */
@Component
public final class BulkJobPage implements JobPage {
    @Override
    public String type() {
        return "order.bulk";
    }

    @Override
    public String path(String run) {
        return run != null && run.matches("[0-9]{1,18}") ? "bulk-runs/" + run : "bulk-runs";
    }
}
