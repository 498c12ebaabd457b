/** What customers owe and pay for orders. Entry points: {@link Payments} to look, {@link PaymentDesk} to act, {@link BankLines} for transfers, {@link StoreCredits} for what customers keep here. SPI: {@link PaymentGateway}. */
@Export
@Version("1.4.0")
package io.amphora.payment.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
