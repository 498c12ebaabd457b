/** The carriers that are there, asked with care. */
package io.amphora.fulfilment.core.carrier;
