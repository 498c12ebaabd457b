/** Events: written with the work they tell of, delivered after its commit, at least once. */
package io.amphora.platform.core.outbox;
