/** Contract tests for document templates. */
package io.amphora.document.test;
