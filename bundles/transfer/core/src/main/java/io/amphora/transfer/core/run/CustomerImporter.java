package io.amphora.transfer.core.run;

import io.amphora.common.Money;
import io.amphora.common.Problems;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import io.amphora.platform.api.Usage;
