/** The part of the benchmarks that runs inside the server under test. Never part of a distribution. */
package io.amphora.bench.server;
