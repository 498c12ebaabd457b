/** The templates that come with the platform. */
package io.amphora.report.core.templates;
