/** A carrier that only pretends. */
package io.amphora.ext.carrier.simulated;
