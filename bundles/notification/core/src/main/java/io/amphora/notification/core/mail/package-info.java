/** E-mail by SMTP. */
package io.amphora.notification.core.mail;
