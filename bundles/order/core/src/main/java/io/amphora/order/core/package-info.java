/** Orders: entities, use cases, and how lists of a million rows stay quick. */
package io.amphora.order.core;
