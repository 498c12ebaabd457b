/** Pages of stock. */
package io.amphora.inventory.console;
