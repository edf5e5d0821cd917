package dev.rebound.sample;

import java.util.Random;

/** Invented people with addresses in reserved domains. Each call gives a new one; the order is fixed by the seed. */
final class SamplePeople {
    static final String GMAIL = "gmail.example.com";
    static final String OUTLOOK = "outlook.example.com";
    static final String ORANGE = "orange.example.com";
    private static final String[] OTHERS = {
        "yahoo.example.com", "free.example.com", "example.net", "example.org", "office.test"
    };
    private static final String[] NAMES = {
        "anna", "bruno", "carla", "denis", "elena", "farid", "greta", "hugo", "ines", "jonas", "katia", "leo", "maria",
        "nils", "olga", "paul", "quentin", "rosa", "simon", "theo", "ulla", "victor", "wanda", "xavier", "yasmin", "zoe"
    };

    private final Random random;
    private int next;

    SamplePeople(Random random) {
        this.random = random;
    }

    /** Somebody at one domain. */
    String at(String domain) {
        int n = next++;
        char initial = (char) ('a' + (n / NAMES.length) % 26);
        return NAMES[n % NAMES.length] + "." + initial + (n / 7) + "@" + domain;
    }

    /** Somebody at a domain drawn by market share; never at the provider of the planted incident or deferral wave. */
    String anywhere() {
        int draw = random.nextInt(100);
        if (draw < 45) {
            return at(GMAIL);
        }
        return at(OTHERS[(draw - 45) / 11]);
    }
}
