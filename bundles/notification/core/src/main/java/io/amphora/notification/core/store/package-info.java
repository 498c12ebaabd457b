/** Messages, templates, subscriptions and webhooks in the database. */
package io.amphora.notification.core.store;
