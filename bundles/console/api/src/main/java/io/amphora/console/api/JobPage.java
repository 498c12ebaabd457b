package io.amphora.console.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: where the background jobs of one type are told in full. The bell leads there. */
@ConsumerType
public interface JobPage {
    /** As the job's handler names it: {@code order.bulk}. */
    String type();

    /**
     * @param params as the job was submitted with
     * @return path below {@code /console/}: {@code bulk-runs/17}; null for none
     */
    String path(String params);
}
