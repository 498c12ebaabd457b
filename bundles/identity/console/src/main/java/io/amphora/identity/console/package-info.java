/** Users, and the own account, in the console. */
package io.amphora.identity.console;
