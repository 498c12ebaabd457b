/** Contract tests for review checks. */
package io.amphora.order.test;
