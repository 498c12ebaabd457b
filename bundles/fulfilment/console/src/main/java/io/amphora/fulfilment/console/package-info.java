/** What the console shows of fulfilment. */
package io.amphora.fulfilment.console;
