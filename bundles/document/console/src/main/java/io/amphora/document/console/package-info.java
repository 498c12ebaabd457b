/** Documents on the order page. */
package io.amphora.document.console;
