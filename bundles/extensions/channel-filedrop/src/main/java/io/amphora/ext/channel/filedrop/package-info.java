/** A folder watched for order files, as a sales channel. */
package io.amphora.ext.channel.filedrop;
