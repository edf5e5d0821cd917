package dev.rebound.insight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Which mailbox provider stands behind a domain: the operator's own map first, then the built-in table
 * ({@code mailbox-providers.tsv}: provider, tab, domains separated by spaces), then the domain itself.
 */
public final class MailboxProviders {
    private final Map<String, String> byDomain;

    private MailboxProviders(Map<String, String> byDomain) {
        this.byDomain = Map.copyOf(byDomain);
    }

    /** The built-in table with the operator's entries over it. */
    public static MailboxProviders with(Map<String, String> own) {
        Map<String, String> all = new HashMap<>();
        try (InputStream in = MailboxProviders.class.getResourceAsStream("mailbox-providers.tsv")) {
            if (in == null) {
                throw new IllegalStateException("mailbox-providers.tsv is not in the program");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int tab = line.indexOf('\t');
                        for (String domain : line.substring(tab + 1).strip().split(" +", -1)) {
                            all.put(domain, line.substring(0, tab));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.putAll(own);
        return new MailboxProviders(all);
    }

    /** The provider of a domain in lower case; the domain itself where no provider is known. */
    public String of(String domain) {
        return byDomain.getOrDefault(domain, domain);
    }

    /** Every known domain with its provider. */
    public Map<String, String> all() {
        return byDomain;
    }
}
