/** Customers over REST. */
package io.amphora.customer.rest;
