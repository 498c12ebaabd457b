/** The Reports page, the page of one report, and a menu entry per report. */
package io.amphora.report.console;
