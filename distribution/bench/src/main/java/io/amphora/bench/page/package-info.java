/** Console pages over a real database without a server: what opening and typing cost. */
package io.amphora.bench.page;
