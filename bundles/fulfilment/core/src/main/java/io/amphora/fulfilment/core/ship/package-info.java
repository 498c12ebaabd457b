/** Shipments: what is in them, who brings them, where they are. */
package io.amphora.fulfilment.core.ship;
