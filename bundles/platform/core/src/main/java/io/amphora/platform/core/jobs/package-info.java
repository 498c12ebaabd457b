/** Durable background work: rows that workers of any node claim, run, and report on. */
package io.amphora.platform.core.jobs;
