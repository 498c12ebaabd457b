/** The checks that come with orders. */
package io.amphora.order.core.review;
