package dev.rebound.evidence;

import dev.rebound.privacy.AddressTokens;
import dev.rebound.privacy.Base64Runs;
import dev.rebound.report.Mask;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts every address of a text into the form that a pack asks for, wherever it stands and however it is escaped. Not for
 * several threads.
 */
final class Concealment {
    private final AddressForm form;
    private final Session session;
    private final Map<String, String> forms = new HashMap<>();

    Concealment(AddressForm form, Session session) {
        this.form = form;
        this.session = session;
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

    /** The raw record of one address's message. */
    String record(String raw, Set<String> ids, String about) {
        return form == AddressForm.FULL ? raw : withoutName(record(raw, ids), about);
    }

    /** A raw record: also what it holds in base64. Ids of the message are no addresses even where they look like it. */
    String record(String raw, Set<String> ids) {
        if (form == AddressForm.FULL) {
            return raw;
        }
        String plain = AddressTokens.replaced(raw, t -> concealed(t, ids));
        return Base64Runs.rewritten(plain, inside -> AddressTokens.replaced(inside, Concealment::leftOut));
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
