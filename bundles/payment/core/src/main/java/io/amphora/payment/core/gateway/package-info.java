/** The gateways that are there, asked with care. */
package io.amphora.payment.core.gateway;
