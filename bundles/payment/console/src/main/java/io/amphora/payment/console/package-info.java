/** Payments in the console. */
package io.amphora.payment.console;
