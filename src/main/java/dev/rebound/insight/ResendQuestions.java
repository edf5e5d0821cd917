package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.index.EventTable;
import dev.rebound.insight.ResendList.Exclusion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The questions that decide whether a message's address could be written to again. */
final class ResendQuestions {
    /** An incident whose last refusal is younger than this may go on. */
    private static final Duration GOES_ON = Duration.ofHours(1);

    private final Picture picture;
    private final MessageTable messages;
    private final Set<String> own;
    private final Set<String> invalid = new HashSet<>();
    private final Set<Integer> complained = new HashSet<>();
    private final Set<Integer> unsubscribed = new HashSet<>();
    private final Set<Integer> inGoingIncident = new HashSet<>();
    private final Map<Integer, List<Integer>> delivered = new HashMap<>();

    ResendQuestions(Picture picture, Set<String> own) {
        this.picture = picture;
        this.messages = picture.messages();
        this.own = Set.copyOf(own);
        picture.addresses().invalid().forEach(a -> invalid.add(a.address()));
        EventTable events = picture.events();
        for (int row = 0; row < events.size(); row++) {
            if (events.kind(row) == EventKind.COMPLAINT) {
                complained.add(events.address(row));
            } else if (events.kind(row) == EventKind.UNSUBSCRIBE) {
                unsubscribed.add(events.address(row));
            }
        }
        for (int m = 0; m < messages.size(); m++) {
            if (messages.state(m) == MessageState.DELIVERED) {
                delivered
                        .computeIfAbsent(messages.address(m), a -> new ArrayList<>())
                        .add(m);
            }
        }
        for (Incident incident : picture.incidents()) {
            if (incident.kind() == Incident.Kind.REFUSED
                    && incident.to().plus(GOES_ON).isAfter(picture.now())) {
                inGoingIncident.addAll(incident.messages());
            }
        }
    }

    /** The first reason against it, repetition aside; null where there is none. */
    @Nullable
    Exclusion exclusion(int m) {
        MessageState state = messages.state(m);
        if (messages.kind(m) != MessageKind.SENT || state == null) {
            return Exclusion.NOT_SENT;
        }
        if (state == MessageState.DELIVERED) {
            return Exclusion.DELIVERED;
        }
        if (state == MessageState.OPEN) {
            return Exclusion.STILL_OPEN;
        }
        String address = picture.events().dictionaries().addresses().value(messages.address(m));
        Exclusion ofAddress = ofAddress(messages.address(m), address);
        if (ofAddress != null) {
            return ofAddress;
        }
        Exclusion later = reachedElsewhere(m);
        if (later != null) {
            return later;
        }
        return inGoingIncident.contains(m) ? Exclusion.INCIDENT : null;
    }

    private @Nullable Exclusion ofAddress(int code, String address) {
        if (own.contains(address)) {
            return Exclusion.OWN_LIST;
        }
        if (invalid.contains(address)) {
            return Exclusion.INVALID;
        }
        if (ResendList.forbids(picture.subscription(address)) || unsubscribed.contains(code)) {
            return Exclusion.UNSUBSCRIBED;
        }
        return complained.contains(code) ? Exclusion.COMPLAINED : null;
    }

    private @Nullable Exclusion reachedElsewhere(int m) {
        Exclusion found = null;
        for (int other : delivered.getOrDefault(messages.address(m), List.of())) {
            if (messages.campaign(other).equals(messages.campaign(m))
                    && messages.deliveredMillis(other) > messages.sentMillis(m)) {
                return Exclusion.DELIVERED_SINCE;
            }
            if (messages.sentMillis(other) > messages.sentMillis(m)) {
                found = Exclusion.LATER_CAMPAIGN;
            }
        }
        return found;
    }
}
