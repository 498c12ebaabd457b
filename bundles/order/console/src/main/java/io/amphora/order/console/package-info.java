/** The pages of orders: list, order page, new order, and their tiles on the home page. */
package io.amphora.order.console;
