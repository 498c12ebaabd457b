/** Tracking links. */
package io.amphora.fulfilment.core;
