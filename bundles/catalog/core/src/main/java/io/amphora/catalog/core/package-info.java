/** Products in the database. */
package io.amphora.catalog.core;
