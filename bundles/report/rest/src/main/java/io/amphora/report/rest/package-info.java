/** Reports over REST. */
package io.amphora.report.rest;
