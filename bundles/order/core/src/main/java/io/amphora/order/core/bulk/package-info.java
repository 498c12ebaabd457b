/** The same step on many orders. */
package io.amphora.order.core.bulk;
