/** Runs report templates: a registry that knows their bundles, calls with a deadline and a circuit breaker, CSV. */
package io.amphora.report.core;
