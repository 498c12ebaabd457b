/** Customers in the database. */
package io.amphora.customer.core;
