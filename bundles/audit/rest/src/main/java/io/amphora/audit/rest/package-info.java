/** The audit log over REST. */
package io.amphora.audit.rest;
