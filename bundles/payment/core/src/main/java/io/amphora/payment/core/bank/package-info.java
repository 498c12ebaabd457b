/** Bank transfers and what they pay for. */
package io.amphora.payment.core.bank;
