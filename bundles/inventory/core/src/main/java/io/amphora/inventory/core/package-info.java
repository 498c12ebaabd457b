/** Locations, stock levels, reservations and the ledger in the database. */
package io.amphora.inventory.core;
