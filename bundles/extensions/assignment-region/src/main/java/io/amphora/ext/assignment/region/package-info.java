/** An assignment rule: near the customer, with the stock, least busy. */
package io.amphora.ext.assignment.region;
