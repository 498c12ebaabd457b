package io.amphora.inventory.rest;

import java.util.List;

/** Whether counters, ledger and reservations agree. @param problems one text per disagreement */
public record ProofJson(boolean ok, List<String> problems) {
}
