package dev.rebound.evidence;

import dev.rebound.privacy.AddressTokens;
import dev.rebound.privacy.Base64Runs;
import dev.rebound.report.Mask;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts every address of a text, and what a source calls a person by, into the form that a pack asks for, wherever it
 * stands and however it is escaped. Not for several threads.
 */
final class Concealment {
    /** A filter's question for a person by id. */
    private static final Pattern ASKED = Pattern.compile("(?<=\\buser:)(?:\"[^\"]*\"|[^\\s()]+)");

    private static final String ID_NAMES =
            "(?:external_|braze_)?user_?id|external_?id|customer_?id|contact_?id|subscriber_?(?:id|key)"
                    + "|person_?id|profile_?id|lead_?id|client_?id";

    private static final Pattern ID_NAME = Pattern.compile(ID_NAMES, Pattern.CASE_INSENSITIVE);

    /** A person's id by the name of its field, also in JSON that stands in a cell or in a text. */
    private static final Pattern FIELD = Pattern.compile(
            "(\\\\?\"\"?)(?:" + ID_NAMES + ")\\1\\s*:\\s*(?:\\1([^\"\\\\]+)\\1|(\\d+))", Pattern.CASE_INSENSITIVE);

    private static final String LEFT_OUT = "…";

    /** A shorter id is as good as any number: it is one only where no sign of a longer word touches it. */
    private static final int SHORTEST_OWN = 5;

    private final AddressForm form;
    private final Session session;
    private final Map<String, String> forms = new HashMap<>();

    Concealment(AddressForm form, Session session) {
        this.form = form;
        this.session = session;
    }

    /** Whether everything is shown as it is. */
    boolean isNothing() {
        return form == AddressForm.FULL;
    }

    /** A text of ours: a cell, a sentence, a file's name. */
    String text(String text) {
        return form == AddressForm.FULL ? text : AddressTokens.replaced(text, t -> concealed(t, Set.of()));
    }

    /** A text about one address, such as a server's reply: its name before the @ goes also where it stands alone. */
    String text(String text, String about) {
        return form == AddressForm.FULL ? text : withoutName(text(text), about);
    }

    private String withoutName(String text, String about) {
        return about.indexOf('@') < 0
                ? text
                : Mask.named(text, about, form == AddressForm.MASKED ? Mask.name(about) : form(about));
    }

    /** What was asked for: a filter, or a title made of one. */
    String asked(String filter) {
        return form == AddressForm.FULL
                ? filter
                : ASKED.matcher(text(filter)).replaceAll(m -> Matcher.quoteReplacement('"' + asId(m.group()) + '"'));
    }

    private String asId(String quoted) {
        String id = quoted.replace("\"", "");
        return person(id, id);
    }

    /**
     * The raw record of one address's message: also what it holds in base64.
     *
     * @param ids of the message: no addresses even where they look like it
     * @param persons what the record calls the person by, wherever it stands
     */
    String record(String raw, Set<String> ids, String about, Set<String> persons) {
        if (form == AddressForm.FULL) {
            return raw;
        }
        String plain = withoutPerson(AddressTokens.replaced(raw, t -> concealed(t, ids)), about, persons);
        return withoutName(
                Base64Runs.rewritten(
                        plain,
                        inside -> withoutPerson(AddressTokens.replaced(inside, Concealment::leftOut), about, persons)),
                about);
    }

    /**
     * A value of a raw record's field, as far as it may stay: whole under a name that is known as harmless, or where the pack
     * shows it anyway; otherwise its addresses and the person's id, which are concealed wherever they stand.
     *
     * @return null where it stays as it is
     */
    @Nullable
    String field(String name, String value, String about, Set<String> persons, Set<String> shown) {
        String plain = value.strip();
        if (persons.contains(plain)) {
            // Here and not in the text of the record, where a short id cannot be told from any number.
            return person(plain, about);
        }
        if (plain.isEmpty() || HarmlessFields.has(name) || shown.contains(plain)) {
            return null;
        }
        if (ID_NAME.matcher(name).matches()) {
            return person(plain, about);
        }
        List<String> addresses = new ArrayList<>();
        AddressTokens.replaced(plain, token -> {
            addresses.add(token.address());
            return null;
        });
        return addresses.isEmpty() ? LEFT_OUT : String.join(", ", addresses);
    }

    private String withoutPerson(String text, String about, Set<String> persons) {
        String out = text;
        for (String id : persons) {
            if (out.contains(id)) {
                String edge = id.length() < SHORTEST_OWN ? "[\\p{L}\\p{N}._:/-]" : "[\\p{L}\\p{N}]";
                out = Pattern.compile("(?<!" + edge + ")" + Pattern.quote(id) + "(?!" + edge + ")")
                        .matcher(out)
                        .replaceAll(Matcher.quoteReplacement(person(id, about)));
            }
        }
        return FIELD.matcher(out).replaceAll(m -> Matcher.quoteReplacement(field(m, about)));
    }

    private String field(MatchResult found, String about) {
        String value = found.group(2);
        String id = value == null ? found.group(3) : value;
        String instead = person(id, about);
        return found.group().substring(0, found.start(value == null ? 3 : 2) - found.start())
                + (value == null ? found.group(1) + instead : instead)
                + found.group(1);
    }

    /** A person's id in the form of the pack: as a pseudonym it is that of the person's address. */
    String person(String id, String about) {
        return switch (form) {
            case FULL -> id;
            case MASKED -> Mask.id(id);
            case PSEUDONYMS -> form(about);
        };
    }

    /** Bytes without letters look like a sign between letters now and then; only what is an address is left out. */
    private static @Nullable String leftOut(AddressTokens.Token token) {
        return token.address().matches("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+") ? Mask.of("a@a.a") : null;
    }

    private @Nullable String concealed(AddressTokens.Token token, Set<String> ids) {
        String address = token.address();
        return ids.contains(address) ? null : forms.computeIfAbsent(address, this::form);
    }

    private String form(String address) {
        if (form == AddressForm.MASKED || address.indexOf('…') >= 0) {
            return masked(address);
        }
        try {
            return "person-" + session.pseudonym(address);
        } catch (StoreException e) {
            throw new StoreFailure(e);
        }
    }

    private static String masked(String address) {
        int at = address.lastIndexOf('@');
        return Mask.of(safe(address.substring(0, at)) + "@" + safe(address.substring(at + 1)));
    }

    /** The mask reads letters only; what an escape hid may be anything. */
    private static String safe(String part) {
        return part.replaceAll("[\\s<>@\"'(),;:]", "_");
    }

    /** Carries a store's trouble through functions that know none. */
    static final class StoreFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient StoreException trouble;

        StoreFailure(StoreException trouble) {
            super(trouble);
            this.trouble = trouble;
        }
    }
}
