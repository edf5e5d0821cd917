package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.index.EventTable;
import dev.rebound.insight.ResendList.Exclusion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The questions that decide whether a message's address could be written to again. */
final class ResendQuestions {
    private final Picture picture;
    private final MessageTable messages;
    private final Set<String> own;
    private final Set<String> invalid = new HashSet<>();
    private final Set<Integer> complained = new HashSet<>();
    private final Set<Integer> unsubscribed = new HashSet<>();
    private final Map<Integer, Set<Exclusion>> dropped = new HashMap<>();
    private final Set<Integer> inGoingIncident = new HashSet<>();
    private final Map<Integer, List<Integer>> delivered = new HashMap<>();
    private final Map<Integer, List<Integer>> open = new HashMap<>();

    ResendQuestions(Picture picture, Set<String> own) {
        this.picture = picture;
        this.messages = picture.messages();
        this.own = Set.copyOf(own);
        picture.addresses().invalid().forEach(a -> invalid.add(a.address()));
        EventTable events = picture.events();
        DropWords drops = new DropWords(events);
        for (int row = 0; row < events.size(); row++) {
            Exclusion why = drops.of(row);
            if (why != null && isHeld(why, row)) {
                dropped.computeIfAbsent(events.address(row), a -> EnumSet.noneOf(Exclusion.class))
                        .add(why);
            }
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
            } else if (mayStillArrive(m) && messages.kind(m) == MessageKind.SENT) {
                open.computeIfAbsent(messages.address(m), a -> new ArrayList<>())
                        .add(m);
            }
        }
        for (Incident incident : picture.incidents()) {
            if (incident.mayGoOn(picture.now())) {
                inGoingIncident.addAll(incident.messages());
            }
        }
    }

    /** Whoever marks an address valid has it taken off the lists: what was dropped for it before then no longer counts. */
    private boolean isHeld(Exclusion why, int row) {
        if (why != Exclusion.INVALID && why != Exclusion.SUPPRESSED) {
            return true;
        }
        EventTable events = picture.events();
        DataSettings.AddressMark mark = picture.settings()
                .addressMarks()
                .get(events.dictionaries().addresses().value(events.address(row)));
        return mark == null
                || !mark.valid()
                || events.timeMillis(row) > mark.at().toEpochMilli();
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
        if (mayStillArrive(m)) {
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
        Set<Exclusion> told = dropped.getOrDefault(code, Set.of());
        if (invalid.contains(address) || told.contains(Exclusion.INVALID)) {
            return Exclusion.INVALID;
        }
        if (ResendList.forbids(picture.subscription(address))
                || unsubscribed.contains(code)
                || told.contains(Exclusion.UNSUBSCRIBED)) {
            return Exclusion.UNSUBSCRIBED;
        }
        if (complained.contains(code) || told.contains(Exclusion.COMPLAINED)) {
            return Exclusion.COMPLAINED;
        }
        return told.contains(Exclusion.SUPPRESSED) ? Exclusion.SUPPRESSED : null;
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
        return found != null || !isOpenElsewhere(m) ? found : Exclusion.LATER_OPEN;
    }

    /** Whether its service may go on trying, as far as is known: an answer in a file that is not here is none. */
    private boolean mayStillArrive(int m) {
        MessageState state = messages.state(m);
        return state == MessageState.OPEN
                || (state == MessageState.UNCOVERED && picture.now().toEpochMilli() < messages.windowEndMillis(m));
    }

    private boolean isOpenElsewhere(int m) {
        return open.getOrDefault(messages.address(m), List.of()).stream()
                .anyMatch(other -> messages.sentMillis(other) > messages.sentMillis(m)
                        || messages.campaign(other).equals(messages.campaign(m)));
    }
}
