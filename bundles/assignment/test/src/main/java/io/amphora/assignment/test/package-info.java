/** Contract tests for assignment rules. */
package io.amphora.assignment.test;
