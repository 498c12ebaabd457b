/** Contract tests for payment gateways. */
package io.amphora.payment.test;
