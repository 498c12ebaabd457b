/** For tests of report templates: the {@link ReportTemplateContract} every template keeps, and sales in memory to run it on. */
package io.amphora.report.test;
