/** Payments as rows. */
package io.amphora.payment.core.store;
