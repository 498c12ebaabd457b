/** What the columns of a file mean: fields of each kind, header synonyms, profiles of well-known exports. */
package io.amphora.transfer.core.mapping;
