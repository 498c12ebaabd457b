package io.amphora.fulfilment.api;

/** What a scan came to. @param item as it stands now; @param list likewise */
public record Scanned(PickItem item, PickList list) {
}
