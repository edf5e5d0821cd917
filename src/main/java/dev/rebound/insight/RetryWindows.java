package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How long a message is tried: as long as its sending service tries. A platform's send names no service (Braze Currents),
 * but a sending domain is set up at one service: where all events that name a domain and a service name the same one, a
 * message of that domain went through it. A domain seen at two services tells nothing. Never changed once made.
 */
final class RetryWindows {
    private static final int UNSEEN = -1;
    private static final int TWO_SERVICES = -2;

    private final DataSettings settings;
    private final EventTable events;
    /** Code of the service by code of the sending domain. */
    private final int[] espOfDomain;

    /** By code of the service. */
    private final long[] millis;

    private final long unnamedMillis;

    private RetryWindows(EventTable events, DataSettings settings, int[] espOfDomain) {
        this.settings = settings;
        this.events = events;
        this.espOfDomain = espOfDomain;
        Dictionary esps = events.dictionaries().texts(EventText.ESP);
        this.millis = new long[esps.size()];
        Arrays.setAll(millis, esp -> settings.retryWindow(esps.value(esp)).toMillis());
        this.unnamedMillis = settings.retryWindow("").toMillis();
    }

    static RetryWindows of(EventTable events, DataSettings settings) {
        if (settings.retryWindows().isEmpty()) {
            return new RetryWindows(events, settings, new int[0]);
        }
        int[] esps = new int[events.dictionaries().texts(EventText.FROM_DOMAIN).size()];
        Arrays.fill(esps, UNSEEN);
        for (int row = 0; row < events.size(); row++) {
            int esp = events.text(EventText.ESP, row);
            int domain = esp < 0 ? -1 : events.text(EventText.FROM_DOMAIN, row);
            if (domain >= 0) {
                esps[domain] = esps[domain] == UNSEEN || esps[domain] == esp ? esp : TWO_SERVICES;
            }
        }
        return new RetryWindows(events, settings, esps);
    }

    /**
     * @param esp the service that the message's events name; empty where none does
     * @param domain code of its sending domain; -1 where none is told
     */
    long millis(String esp, int domain) {
        boolean known = esp.isEmpty() && domain >= 0 && domain < espOfDomain.length && espOfDomain[domain] >= 0;
        String service = known ? events.dictionaries().texts(EventText.ESP).value(espOfDomain[domain]) : esp;
        return settings.retryWindow(service).toMillis();
    }

    /**
     * @param esp code of the service that the message's events name; -1 where none does
     * @param domain code of its sending domain; -1 where none is told
     */
    long millis(int esp, int domain) {
        int service = esp < 0 && domain >= 0 && domain < espOfDomain.length ? espOfDomain[domain] : esp;
        return service < 0 ? unnamedMillis : millis[service];
    }

    /** Whether both say the same of every domain; their events share their dictionaries. */
    boolean isSameAs(RetryWindows other) {
        int n = Math.max(espOfDomain.length, other.espOfDomain.length);
        return settings.retryWindows().equals(other.settings.retryWindows())
                && Arrays.equals(padded(n), other.padded(n));
    }

    private int[] padded(int length) {
        int[] out = Arrays.copyOf(espOfDomain, length);
        Arrays.fill(out, espOfDomain.length, length, UNSEEN);
        return out;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(espOfDomain.length);
        for (int esp : espOfDomain) {
            out.writeInt(esp);
        }
    }

    static RetryWindows read(DataInput in, EventTable events, DataSettings settings) throws IOException {
        int[] esps = new int[in.readInt()];
        for (int domain = 0; domain < esps.length; domain++) {
            esps[domain] = in.readInt();
        }
        return new RetryWindows(events, settings, esps);
    }
}
