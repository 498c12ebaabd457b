/** For tests of pages: {@link ConsoleTester}. For tests of translations: {@link MessagesCheck}. */
package io.amphora.console.test;
