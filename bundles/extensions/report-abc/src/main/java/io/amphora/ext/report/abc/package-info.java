/** ABC analysis of products, as a report template. */
package io.amphora.ext.report.abc;
