package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.column.LongCells;
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

    private Of known = new Of(new LongCells(-1), providerOf);
    private int asked;

    /**
     * Codes of names.
     *
     * @param domain by the code of the address
     * @param providerOf by the code of the domain, one more than that of its provider
     */
    record Of(LongCells domain, int[] providerOf) {
        int provider(int address) {
            return providerOf[domain.at(address)] - 1;
        }
    }

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
        int before = asked;
        if (n > before) {
            LongCells domain = known.domain().copy(n);
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
                int name = names.add(key, at, end, Dictionary.hash(key, at, end));
                noteProvider(name);
                domain.add(name);
            }
            known = new Of(domain, providerOf);
            asked = n;
        }
        return known;
    }

    private void noteProvider(int domain) {
        if (domain >= providerOf.length) {
            providerOf = Arrays.copyOf(providerOf, 2 * domain);
        }
        if (providerOf[domain] == 0) {
            providerOf[domain] = names.add(providers.of(names.value(domain))) + 1;
        }
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
