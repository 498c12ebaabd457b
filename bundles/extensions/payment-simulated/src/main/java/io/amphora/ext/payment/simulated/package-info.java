/** A payment gateway that only pretends. */
package io.amphora.ext.payment.simulated;
