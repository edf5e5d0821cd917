package dev.rebound.feeds.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MachineReading;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.container.Addresses;
import dev.rebound.feeds.container.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes events of records, field by field as the profile says. */
final class ProfileEvents {
    private static final Pattern SMTP = Pattern.compile("(?<![\\d.])([245]\\d\\d)(?![\\d.])");
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");

    private final FeedProfile profile;
    private final List<FieldPath> address;
    private final List<FieldPath> time;
    private final List<FieldPath> eventId;
    private final Map<EventText, List<FieldPath>> texts = new EnumMap<>(EventText.class);
    private final List<FieldPath> codes;
    private final List<FieldPath> attempt;
    private final List<FieldPath> user;
    private final List<Condition> test;
    private final WordBook<Reason> hints;
    private final ProfileTimes times;

    ProfileEvents(FeedProfile profile) {
        this.profile = profile;
        this.address = FieldPath.of(profile.address());
        this.time = FieldPath.of(profile.time());
        this.eventId = FieldPath.of(profile.eventId());
        paths(profile.texts()).forEach((name, paths) -> texts.put(field(name), paths));
        this.codes = FieldPath.of(profile.codes());
        this.attempt = FieldPath.of(profile.attempt());
        this.user = FieldPath.of(profile.user());
        this.test = Condition.of(profile.test());
        this.hints = new WordBook<>(profile.hints(), Meaning::reason);
        this.times = new ProfileTimes(profile);
    }

    static Map<String, List<FieldPath>> paths(Map<String, List<String>> texts) {
        Map<String, List<FieldPath>> paths = new LinkedHashMap<>();
        texts.forEach((name, found) -> {
            field(name);
            paths.put(name, FieldPath.of(found));
        });
        return paths;
    }

    private static EventText field(String name) {
        try {
            return EventText.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + name + "\" is no field of an event", e);
        }
    }

    /** Says an outcome, once for each address; false where the record lacks what every event needs, and was rejected. */
    boolean say(Outcomes.Outcome outcome, Scope scope, boolean oneOfSeveral, RecordContext context) {
        Instant when;
        try {
            when = time(outcome.time().isEmpty() ? time : outcome.time(), scope, context);
        } catch (ProfileTimes.AmbiguousDateException e) {
            context.reject(String.valueOf(e.getMessage()));
            return false;
        }
        boolean untimed = when == null && hasNoTime(outcome.time().isEmpty() ? time : outcome.time(), scope);
        if (untimed) {
            when = context.noTime();
        }
        Instant happened = when;
        List<String> addresses = addresses(scope);
        SubscriptionStatus status = outcome.meaning().status();
        if (status != null) {
            for (String one : addresses) {
                context.subscription(one, status, when, FieldPath.text(user, scope), outcome.word());
            }
            if (addresses.isEmpty()) {
                // People without an e-mail address are in such lists too.
                context.nothing();
            }
            return true;
        }
        EventKind kind = java.util.Objects.requireNonNull(outcome.meaning().kind());
        if (addresses.isEmpty() || when == null) {
            context.event(kind, addresses.isEmpty() ? null : addresses.getFirst(), when, profile.source());
            return false;
        }
        String own = id(scope);
        String id = own == null && untimed ? context.untimedId() : own;
        for (String one : addresses) {
            context.event(kind, one, happened, profile.source()).ifPresent(b -> {
                String scoped = id == null || addresses.size() == 1 ? id : id + " " + one;
                fill(b, outcome, kind, scope);
                b.timed(!untimed);
                b.eventId(scoped == null || !oneOfSeveral ? scoped : scoped + " " + outcome.word());
                context.accept(b.build());
            });
        }
        return true;
    }

    private @Nullable Instant time(List<FieldPath> paths, Scope scope, RecordContext context)
            throws ProfileTimes.AmbiguousDateException {
        for (FieldPath path : paths) {
            for (JsonNode value : path.all(scope)) {
                Instant read = times.read(value, context);
                if (read != null) {
                    return read;
                }
            }
        }
        return null;
    }

    private static boolean hasNoTime(List<FieldPath> paths, Scope scope) {
        return FieldPath.text(paths, scope) == null;
    }

    /** The addresses of the first field that has any. */
    private List<String> addresses(Scope scope) {
        for (FieldPath path : address) {
            Set<String> found = new LinkedHashSet<>();
            for (JsonNode value : path.all(scope)) {
                String text = Fields.text(value);
                if (text != null) {
                    found.addAll(Addresses.of(text));
                }
            }
            if (!found.isEmpty()) {
                return new ArrayList<>(found);
            }
        }
        return List.of();
    }

    private @Nullable String id(Scope scope) {
        StringBuilder joined = new StringBuilder();
        for (FieldPath path : eventId) {
            String one = path.text(scope);
            if (one == null && joined.isEmpty()) {
                return null;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(one == null ? "" : one);
        }
        return joined.isEmpty() ? null : joined.toString();
    }

    private void fill(RawEvent.Builder b, Outcomes.Outcome outcome, EventKind kind, Scope scope) {
        texts.forEach((field, paths) -> {
            boolean ofAnswer = field == EventText.REPLY || (field == EventText.SOURCE_CLASS && profile.every());
            if (!ofAnswer || isAnswer(kind)) {
                put(b, field, FieldPath.text(paths, scope));
            }
        });
        outcome.texts().forEach((name, paths) -> put(b, field(name), FieldPath.text(paths, scope)));
        b.with(EventText.RAW_KIND, outcome.word());
        if (outcome.meaning().byMachine()) {
            b.with(EventText.SOURCE_CLASS, MachineReading.of(String.valueOf(outcome.word())));
        }
        if (!texts.containsKey(EventText.ESP)) {
            b.with(EventText.ESP, profile.source());
        }
        if (isAnswer(kind)) {
            codes(b, scope);
        }
        String tries = FieldPath.text(attempt, scope);
        b.attempt(tries == null || !tries.matches("\\d{1,6}") ? 0 : Integer.parseInt(tries));
        Reason said = outcome.meaning().reason();
        Reason hinted = said == null && isFailure(kind) ? hints.meaning(hints.word(scope)) : said;
        b.hint(hinted == null && kind == EventKind.DROP ? Reason.SUPPRESSED : hinted);
        b.test(!test.isEmpty() && Condition.all(test, scope));
    }

    /** Whether a server can have answered: a row that tells the send and its failure has the reply for the latter only. */
    private static boolean isAnswer(EventKind kind) {
        return switch (kind) {
            case SEND, OPEN, CLICK, UNSUBSCRIBE -> false;
            default -> true;
        };
    }

    private static boolean isFailure(EventKind kind) {
        return kind.isFailure() || kind == EventKind.DEFERRAL || kind == EventKind.LISTED_INVALID;
    }

    private static void put(RawEvent.Builder b, EventText field, @Nullable String value) {
        if (value == null) {
            return;
        }
        switch (field) {
            case MESSAGE_ID, HEADER_MESSAGE_ID ->
                b.with(field, value.replace("<", "").replace(">", ""));
            // How some sources write that there is none.
            case CAMPAIGN_ID, CANVAS_ID, SEND_ID -> b.with(field, value.equals("0") ? null : value);
            case FROM_DOMAIN -> b.with(field, Addresses.domain(value));
            default -> b.with(field, value);
        }
    }

    /** The first SMTP code and the first enhanced code that the fields hold. */
    private void codes(RawEvent.Builder b, Scope scope) {
        boolean smtp = false;
        boolean enhanced = false;
        for (FieldPath path : codes) {
            String text = path.text(scope);
            if (text == null) {
                continue;
            }
            Matcher m = SMTP.matcher(text);
            if (!smtp && m.find() && !profile.ownCodes().contains(m.group(1))) {
                b.smtpCode(Integer.parseInt(m.group(1)));
                smtp = true;
            }
            Matcher e = ENHANCED.matcher(text);
            if (!enhanced && e.find()) {
                b.with(EventText.ENHANCED_CODE, e.group(1));
                enhanced = true;
            }
        }
    }
}
