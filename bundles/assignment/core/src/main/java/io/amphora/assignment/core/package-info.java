/** Asks the assignment rules and keeps what they decided. */
package io.amphora.assignment.core;
