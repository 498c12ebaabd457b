/** Payments of orders: taking, giving back, what is due. */
package io.amphora.payment.core;
