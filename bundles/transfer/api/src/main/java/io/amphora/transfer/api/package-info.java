/** Getting data in from files: look at it, correct the guesses, dry run, run, mend what was rejected, take it back. Entry point: {@link Imports}. */
@Export
@Version("1.3.0")
package io.amphora.transfer.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
