/** Contract tests for message transports. */
package io.amphora.notification.test;
