/** Going through the rows: dry run and run are the same way, with and without writing. */
package io.amphora.transfer.core.run;
