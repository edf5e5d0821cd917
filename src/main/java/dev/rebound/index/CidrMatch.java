package dev.rebound.index;

/** Whether an IPv4 address lies in a network such as {@code 192.0.2.0/24}. */
final class CidrMatch {
    private CidrMatch() {}

    static TextMatch of(String network) {
        int slash = network.indexOf('/');
        long base = address(network.substring(0, slash));
        int bits;
        try {
            bits = Integer.parseInt(network.substring(slash + 1));
        } catch (NumberFormatException e) {
            return value -> false;
        }
        if (base < 0 || bits < 0 || bits > 32) {
            return value -> false;
        }
        long mask = bits == 0 ? 0 : 0xffffffffL << (32 - bits) & 0xffffffffL;
        return value -> {
            long a = address(value);
            return a >= 0 && (a & mask) == (base & mask);
        };
    }

    /** The address as a number, or -1 when the text is no IPv4 address. */
    private static long address(String text) {
        long out = 0;
        int parts = 0;
        for (String part : text.split("\\.", -1)) {
            int n;
            try {
                n = Integer.parseInt(part);
            } catch (NumberFormatException e) {
                return -1;
            }
            if (n < 0 || n > 255) {
                return -1;
            }
            out = out << 8 | n;
            parts++;
        }
        return parts == 4 ? out : -1;
    }
}
