/** From events to messages: who is told, what, how. */
package io.amphora.notification.core.compose;
