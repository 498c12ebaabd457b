/** Webhooks as Standard Webhooks describe them. */
package io.amphora.notification.core.webhook;
