/** Pages of customers. */
package io.amphora.customer.console;
