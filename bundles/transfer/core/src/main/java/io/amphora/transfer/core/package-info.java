/** Imports from CSV files: use cases and the job that does the work. */
package io.amphora.transfer.core;
