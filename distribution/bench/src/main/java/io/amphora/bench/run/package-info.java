/** Starts servers, puts load on them, prints the table. Run by {@code distribution/bench/run}. */
package io.amphora.bench.run;
