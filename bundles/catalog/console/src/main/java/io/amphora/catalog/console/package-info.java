/** Pages of products. */
package io.amphora.catalog.console;
