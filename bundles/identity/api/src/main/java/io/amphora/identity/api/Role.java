package io.amphora.identity.api;

/** What a user does in the business; permissions follow from it. A user may have several. */
public enum Role {
    SALES, SERVICE, WAREHOUSE, FINANCE, MANAGER, ADMIN, INTEGRATOR
}
