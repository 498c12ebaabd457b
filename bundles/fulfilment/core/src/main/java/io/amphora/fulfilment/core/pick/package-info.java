/** Waves, pick lists and picking by scan. */
package io.amphora.fulfilment.core.pick;
