package dev.rebound.feeds.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words by which a bounce, a delay, an arrival and an automatic answer are known. Data; immutable. */
final class MailSigns {
    private static final int LONGEST_WORDS = 4_000;

    /** What a phrase is a sign of. */
    enum Sign {
        /** A machine that delivers mail is the author. */
        DAEMON,
        /** A message did not arrive. */
        FAILURE,
        /** There will be no other attempt. */
        FINAL,
        /** There will be other attempts. */
        DELAY,
        ARRIVED,
        AUTO_REPLY,
        /** The recipient's filter asks the sender to show that a person wrote. */
        CHALLENGE,
        /** The same, said by the recipient's server while it refused. */
        CONFIRM,
        /** Mail is spoken of, not a parcel or a payment. */
        MAIL
    }

    private record Phrases(List<String> from, List<String> subject, List<String> words) {
        Phrases() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Map<Sign, Phrases> phrases = new EnumMap<>(Sign.class);

    private MailSigns() {
        for (Sign sign : Sign.values()) {
            phrases.put(sign, new Phrases());
        }
    }

    /** The bundled words. Reading them takes a millisecond: keep the instance. */
    static MailSigns bundled() {
        MailSigns signs = new MailSigns();
        try (InputStream in = Objects.requireNonNull(MailSigns.class.getResourceAsStream("signs.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    signs.add(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signs;
    }

    private void add(String[] row) {
        Phrases of = Objects.requireNonNull(phrases.get(Sign.valueOf(row[0].toUpperCase(Locale.ROOT))));
        switch (row[1]) {
            case "from" -> of.from().add(row[2]);
            case "subject" -> of.subject().add(row[2]);
            case "words" -> of.words().add(row[2]);
            case "both" -> {
                of.subject().add(row[2]);
                of.words().add(row[2]);
            }
            default -> throw new IllegalArgumentException("No such place: " + row[1]);
        }
    }

    boolean inFrom(Sign sign, String from) {
        return holds(from, of(sign).from());
    }

    boolean inSubject(Sign sign, String subject) {
        return holds(subject, of(sign).subject());
    }

    /** Looks at the beginning of the notice only: further down stands what the recipient's house wants to say. */
    boolean inWords(Sign sign, String words) {
        return holds(words.substring(0, Math.min(words.length(), LONGEST_WORDS)), of(sign).words());
    }

    private Phrases of(Sign sign) {
        return Objects.requireNonNull(phrases.get(sign));
    }

    private static boolean holds(String text, List<String> phrases) {
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\n', ' ');
        for (String phrase : phrases) {
            if (lower.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
