/** From templates to texts. */
package io.amphora.notification.core.text;
