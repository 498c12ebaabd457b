/** Reading delimited text of unknown make: encoding, delimiter, dates, decimals. Knows nothing of what the rows mean. */
package io.amphora.transfer.core.csv;
