/** Writes every event into the audit log, and finds it again. */
package io.amphora.audit.core;
