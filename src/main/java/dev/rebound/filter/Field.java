package dev.rebound.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of a row. The first name is the one that is written; the others are read too. */
public enum Field {
    ADDRESS(Kind.TEXT, "to", "address", "a", "adresse"),
    DOMAIN(Kind.TEXT, "domain", "domaine"),
    PROVIDER(Kind.TEXT, "provider", "fournisseur"),
    CAMPAIGN(Kind.TEXT, "campaign", "campagne"),
    CAMPAIGN_ID(Kind.TEXT, "campaign.id", "campagne.id"),
    CANVAS(Kind.TEXT, "canvas"),
    STEP(Kind.TEXT, "step", "étape"),
    VARIANT(Kind.TEXT, "variant", "variante"),
    STATE(Kind.TEXT, "state", "état"),
    FLAG(Kind.FLAG, "is", "est"),
    HAS(Kind.FLAG, "has", "avec"),
    REASON(Kind.TEXT, "reason", "raison", "motif"),
    CLASS(Kind.TEXT, "class", "classe"),
    REPLY(Kind.TEXT, "reply", "réponse"),
    SMTP_CODE(Kind.NUMBER, "code"),
    ENHANCED_CODE(Kind.TEXT, "enhanced"),
    PATTERN(Kind.TEXT, "fp", "empreinte"),
    TRIES(Kind.NUMBER, "tries", "essais"),
    DELAY(Kind.DURATION, "delay", "délai"),
    /** Time since the send, counted from the end of the data. */
    AGE(Kind.DURATION, "age", "âge"),
    ESP(Kind.TEXT, "esp"),
    IP(Kind.TEXT, "ip"),
    POOL(Kind.TEXT, "pool"),
    FROM(Kind.TEXT, "from", "de"),
    TIME(Kind.TIME, "time", "temps"),
    SINCE(Kind.TIME, "since", "depuis"),
    UNTIL(Kind.TIME, "until", "jusque"),
    ON(Kind.TIME, "on", "le"),
    AT(Kind.TIME, "at", "à"),
    /** Day of the send, ISO date in the display zone. */
    SENT_ON(Kind.TEXT, "sent", "envoyé"),
    /** Moment of the send. */
    SENT_AT(Kind.TIME, "sent.time", "envoyé.heure"),
    /** Moment of the delivery. */
    DELIVERED_AT(Kind.TIME, "delivered.time", "livré.heure"),
    VALIDITY(Kind.TEXT, "address.valid", "adresse.valide"),
    SUBSCRIPTION(Kind.TEXT, "address.sub", "adresse.abonnement"),
    MESSAGE_ID(Kind.TEXT, "msg", "message"),
    DISPATCH_ID(Kind.TEXT, "dispatch", "envoi"),
    USER(Kind.TEXT, "user", "utilisateur"),
    SUBJECT(Kind.TEXT, "subject", "objet"),
    FILE(Kind.TEXT, "file", "fichier"),
    IMPORT(Kind.TEXT, "import"),
    SOURCE(Kind.TEXT, "source"),
    KIND(Kind.TEXT, "kind", "genre"),
    RAW_KIND(Kind.TEXT, "rawkind"),
    /** A case in which the message is pinned. */
    CASE(Kind.TEXT, "case", "enquête"),
    /** Words of the operator's own notes. */
    NOTE(Kind.TEXT, "note"),
    /** Single messages, each named by a raw record that tells of it. */
    RECORD(Kind.TEXT, "record", "enregistrement");

    /** How a field's values are read. */
    public enum Kind {
        TEXT,
        NUMBER,
        DURATION,
        TIME,
        FLAG
    }

    private final Kind kind;
    private final List<String> names;

    Field(Kind kind, String... names) {
        this.kind = kind;
        this.names = List.of(names);
    }

    /** How values are read. */
    public Kind kind() {
        return kind;
    }

    /** Whether values have an order, so that two dots between two of them mean a span; elsewhere dots are text. */
    public boolean hasSpans() {
        return switch (kind) {
            case NUMBER, DURATION, TIME -> true;
            case FLAG -> false;
            case TEXT -> this == ENHANCED_CODE || this == SENT_ON;
        };
    }

    /** The name that is written and shown, e.g. {@code to}. */
    public String code() {
        return names.getFirst();
    }

    /** Every name that is read, English first. */
    public List<String> names() {
        return names;
    }

    /** The field of a name in either language, case and accents aside. */
    public static Optional<Field> named(String name) {
        // "à:" is a time, "a:" an address: accents count where two names differ in nothing else.
        String typed = name.toLowerCase(Locale.ROOT);
        for (Field f : values()) {
            if (f.names.contains(typed)) {
                return Optional.of(f);
            }
        }
        String wanted = FilterValues.folded(name);
        for (Field f : values()) {
            for (String known : f.names) {
                if (FilterValues.folded(known).equals(wanted)) {
                    return Optional.of(f);
                }
            }
        }
        return Optional.empty();
    }

    /** The known name that a typed one begins, or that is most like a mistyped one; empty when none is near. */
    public static Optional<String> nearest(String name) {
        String begun = FilterValues.folded(name);
        for (Field f : values()) {
            for (String known : f.names) {
                if (begun.length() > 1 && FilterValues.folded(known).startsWith(begun)) {
                    return Optional.of(known);
                }
            }
        }
        String best = "";
        int least = 3;
        for (Field f : values()) {
            for (String known : f.names) {
                int d = EditDistance.between(FilterValues.folded(name), FilterValues.folded(known));
                if (d < least && d < known.length()) {
                    least = d;
                    best = known;
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }
}
