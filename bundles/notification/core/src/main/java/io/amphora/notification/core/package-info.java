/** Messages about what happened. */
package io.amphora.notification.core;
