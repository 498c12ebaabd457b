package io.amphora.returns.api;

/** Where goods that came back go. */
public enum Disposition {
    /** Back on the shelf, to be sold again. */
    RESTOCK,
    /** To the quarantine location: on hand there, not for sale. */
    QUARANTINE,
    /** To be repaired; not in stock. */
    REPAIR,
    /** Thrown away; not in stock. */
    SCRAP
}
