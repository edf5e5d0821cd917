package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import java.util.Arrays;

/**
 * Domain and provider of each address of a dictionary that grows: what was worked out for one picture serves the next.
 * Safe for any thread.
 */
final class AddressDomains {
    private final Dictionary addresses;
    private final MailboxProviders providers;
    private final Dictionary names = new Dictionary();
    /** By the code of a domain's name, the code of its provider's name and one more; 0 where not yet asked. */
    private int[] providerOf = new int[16];

    private Of known = new Of(new int[0], new int[0]);

    /** Codes by the code of the address. */
    record Of(int[] domain, int[] provider) {}

    AddressDomains(Dictionary addresses, MailboxProviders providers) {
        this.addresses = addresses;
        this.providers = providers;
    }

    /** Who stands behind which domain. */
    MailboxProviders providers() {
        return providers;
    }

    /** Those of the first so many addresses, and perhaps of more. */
    synchronized Of first(int n) {
        int before = known.domain().length;
        if (n > before) {
            int[] domain = Arrays.copyOf(known.domain(), n);
            int[] provider = Arrays.copyOf(known.provider(), n);
            byte[] key = new byte[256];
            for (int a = before; a < n; a++) {
                if (addresses.length(a) > key.length) {
                    key = new byte[2 * addresses.length(a)];
                }
                int end = addresses.copy(a, key, 0);
                int at = end;
                while (at > 0 && key[at - 1] != '@') {
                    at--;
                }
                domain[a] = names.add(key, at, end, Dictionary.hash(key, at, end));
                provider[a] = providerOf(domain[a]);
            }
            known = new Of(domain, provider);
        }
        return known;
    }

    private int providerOf(int domain) {
        if (domain >= providerOf.length) {
            providerOf = Arrays.copyOf(providerOf, 2 * domain);
        }
        if (providerOf[domain] == 0) {
            providerOf[domain] = names.add(providers.of(names.value(domain))) + 1;
        }
        return providerOf[domain] - 1;
    }

    /** What stands behind the last at sign of an address; all of one that has none. */
    String domainOf(int address) {
        String key = addresses.value(address);
        return key.substring(key.lastIndexOf('@') + 1);
    }

    /** Number of names so far. */
    int size() {
        return names.size();
    }

    String name(int code) {
        return names.value(code);
    }
}
