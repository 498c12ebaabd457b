package io.amphora.ext.channel.filedrop;

import io.amphora.channel.api.IncomingOrder;
import java.util.List;

/** What a file says. @param problems all that is wrong with it, in words; if there is any, the orders do not count */
record OrderFile(List<IncomingOrder> orders, List<String> problems) {
    static OrderFile broken(String problem) {
        return new OrderFile(List.of(), List.of(problem));
    }
}
