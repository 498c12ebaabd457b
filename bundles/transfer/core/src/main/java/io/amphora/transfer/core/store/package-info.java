/** Imports and rejected rows in the database, files in a folder. */
package io.amphora.transfer.core.store;
