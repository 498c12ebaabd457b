package io.amphora.fulfilment.api;

import java.time.LocalDate;

/** Which orders; every part may be null (any). @param promisedBy promised for this day or before; @param minPriority at least */
public record CandidateFilter(Long locationId, Integer minPriority, LocalDate promisedBy, String channel) {
    public static final CandidateFilter ALL = new CandidateFilter(null, null, null, null);
}
