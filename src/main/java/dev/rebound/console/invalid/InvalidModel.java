package dev.rebound.console.invalid;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.domain.EmailAddress;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.insight.AddressEntry;
import dev.rebound.insight.AddressLedger;
import dev.rebound.insight.BouncedFacts;
import dev.rebound.insight.Contradiction;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.Picture;
import dev.rebound.insight.SendAfterInvalidation;
import dev.rebound.insight.TypoDomain;
import dev.rebound.report.MessageRows;
import dev.rebound.report.RemovalRequests;
import dev.rebound.report.Rows;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the list of invalid addresses shows, without a node. The screen's thread only. */
public final class InvalidModel {
    /**
     * One line.
     *
     * @param address the address key
     * @param invalid its ledger entry; null where a contradiction names an address that is not invalid
     * @param doubts why the entry is in doubt, incidents among it
     * @param send on the audit's tab the send that came after
     * @param typo on the tab of mistyped domains what was meant
     * @param contradiction on the tab of contradictions what stands against what
     */
    record Line(
            String address,
            @Nullable InvalidAddress invalid,
            List<InvalidAddress.Doubt> doubts,
            @Nullable SendAfterInvalidation send,
            @Nullable TypoDomain typo,
            @Nullable Contradiction contradiction) {}

    /** The lines of a tab of a picture, the size of each tab, the addresses that the operator marked valid, and what else is told of all. */
    record Lines(
            Picture picture,
            Place.Invalid.Tab tab,
            List<Line> lines,
            Map<Place.Invalid.Tab, Integer> sizes,
            List<Line> freed,
            BouncedFacts facts) {}

    /** What the events tell of the addresses of a ledger: read once, however often another part of it is asked for. */
    private record Told(AddressLedger ledger, BouncedFacts facts) {}

    private final Desk desk;
    private final ObjectProperty<Place.Invalid.Tab> tab = new SimpleObjectProperty<>(Place.Invalid.Tab.ALL);
    private final ObjectProperty<@Nullable LocalDate> asOf = new SimpleObjectProperty<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable FilterSyntaxException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Lines> lines = new ReadOnlyObjectWrapper<>();
    private volatile @Nullable Told told;
    private Filter filter = Filter.all();

    /** The ledger of the desk's pictures. */
    public InvalidModel(Desk desk) {
        this.desk = desk;
        desk.picture().addListener((o, before, now) -> ask());
        tab.addListener((o, before, now) -> ask());
        asOf.addListener((o, before, now) -> ask());
        search.addListener((o, before, now) -> read(now));
        ask();
    }

    private void read(String text) {
        try {
            filter = FilterParser.parse(text);
            problem.set(null);
        } catch (FilterSyntaxException e) {
            problem.set(e);
            return;
        }
        ask();
    }

    private void ask() {
        Picture picture = desk.picture().getValue();
        Place.Invalid.Tab wanted = tab.get();
        Filter asked = filter;
        LocalDate day = asOf.get();
        Instant moment = day == null
                ? null
                : day.plusDays(1).atStartOfDay(picture.zone()).toInstant().minusMillis(1);
        desk.background()
                .latest(
                        "invalid",
                        () -> lines(
                                picture,
                                moment == null ? picture.addresses() : picture.addressesAsOf(moment),
                                wanted,
                                asked),
                        lines::set);
    }

    private BouncedFacts facts(Picture picture, AddressLedger ledger) {
        Told known = told;
        if (known == null || !known.ledger().equals(ledger)) {
            known = new Told(ledger, BouncedFacts.of(picture.events(), ledger.invalid()));
            told = known;
        }
        return known.facts();
    }

    private Lines lines(Picture picture, AddressLedger ledger, Place.Invalid.Tab tab, Filter filter) {
        List<InvalidAddress> matching = picture.matching(ledger.invalid(), filter);
        Set<String> keys = matching.stream().map(InvalidAddress::address).collect(Collectors.toSet());
        Map<String, InvalidAddress> byKey = new HashMap<>();
        ledger.invalid().forEach(a -> byKey.put(a.address(), a));
        List<InvalidAddress> all = picture.within(ledger.invalid());
        Set<String> seen = all.stream().map(InvalidAddress::address).collect(Collectors.toSet());
        List<TypoDomain> typos = picture.typoDomains().stream()
                .filter(t -> seen.contains(t.address().address()))
                .toList();
        List<Contradiction> contradictions = picture.contradictions();
        List<Line> found = switch (tab) {
            case ALL -> matching.stream().map(a -> line(picture, a)).toList();
            case QUESTIONABLE ->
                matching.stream()
                        .filter(InvalidAddress::isQuestionable)
                        .map(a -> line(picture, a))
                        .sorted((a, b) -> b.doubts().size() - a.doubts().size())
                        .toList();
            case SENT_AFTER ->
                ledger.audit().stream()
                        .filter(s -> keys.contains(s.address().address()))
                        .map(s -> new Line(s.address().address(), s.address(), List.of(), s, null, null))
                        .toList();
            case TYPOS ->
                typos.stream()
                        .filter(t -> keys.contains(t.address().address()))
                        .map(t -> new Line(t.address().address(), t.address(), List.of(), null, t, null))
                        .toList();
            case CONTRADICTIONS ->
                contradictions.stream()
                        .filter(c -> filter instanceof Filter.All || keys.contains(c.address()))
                        .map(c -> new Line(c.address(), byKey.get(c.address()), List.of(), null, null, c))
                        .toList();
        };
        return new Lines(
                picture,
                tab,
                found,
                Map.of(
                        Place.Invalid.Tab.ALL, all.size(),
                        Place.Invalid.Tab.QUESTIONABLE,
                                (int) all.stream()
                                        .filter(InvalidAddress::isQuestionable)
                                        .count(),
                        Place.Invalid.Tab.SENT_AFTER,
                                (int) ledger.audit().stream()
                                        .filter(s -> seen.contains(s.address().address()))
                                        .count(),
                        Place.Invalid.Tab.TYPOS, typos.size(),
                        Place.Invalid.Tab.CONTRADICTIONS, contradictions.size()),
                picture.within(ledger.freed()).stream()
                        .map(a -> line(picture, a))
                        .toList(),
                facts(picture, ledger));
    }

    private static Line line(Picture picture, InvalidAddress a) {
        return new Line(a.address(), a, picture.doubts(a), null, null, null);
    }

    /** Marks addresses valid in this store, or says that they were looked at and stay invalid. Nobody else is told. */
    void mark(List<Line> chosen, boolean valid) {
        Instant now = desk.session().clock().instant();
        Map<String, Optional<String>> marks = new TreeMap<>();
        chosen.forEach(l -> marks.put(
                DataSettings.ADDRESS + new EmailAddress(l.address()).key(),
                Optional.of(new DataSettings.AddressMark(valid, now).content())));
        desk.changes().make(desk.text(valid ? "invalid.marked.valid" : "invalid.marked.invalid", marks.size()), marks);
    }

    /** Reads the dated ledger of an address. */
    void ledger(String address, Consumer<List<AddressEntry>> answer) {
        Picture picture = desk.picture().getValue();
        desk.background().latest("ledger", () -> picture.ledgerOf(address), answer);
    }

    /** How many of some lines no fact contradicts. */
    static int certain(List<Line> chosen) {
        return chosen.size() - doubtful(chosen).size();
    }

    /** Those that a fact contradicts. */
    static List<Line> doubtful(List<Line> chosen) {
        return chosen.stream()
                .filter(l -> l.invalid() == null || l.invalid().isQuestionable())
                .toList();
    }

    /** What the operator marked valid here and the sources still hold. */
    List<Line> freed() {
        Lines known = lines.get();
        return known == null ? List.of() : known.freed();
    }

    /** Those of some lines that a request can name. */
    static int nameable(List<Line> chosen) {
        return RemovalRequests.nameable(chosen.stream().map(Line::address).toList())
                .size();
    }

    /** Writes addresses as bodies of at most fifty into a folder. */
    void bodies(List<Line> chosen, Path folder, Consumer<Integer> done) {
        List<String> addresses = List.copyOf(
                new java.util.LinkedHashSet<>(chosen.stream().map(Line::address).toList()));
        desk.background().job(() -> RemovalRequests.write(addresses, folder).size(), done);
    }

    /** The lines that are shown, for a file; null before the first answer. */
    Place.@Nullable Export export() {
        Lines shown = lines.get();
        if (shown == null || shown.lines().isEmpty()) {
            return null;
        }
        Picture picture = desk.picture().getValue();
        return new Place.Export(
                desk.text("invalid.title"),
                search.get(),
                shown.lines().size(),
                List.of(),
                rows -> rows(rows, picture, shown));
    }

    private static Rows rows(MessageRows rows, Picture picture, Lines shown) {
        return switch (shown.tab()) {
            case ALL, QUESTIONABLE ->
                rows.invalid(
                        picture,
                        shown.lines().stream()
                                .map(l -> Objects.requireNonNull(l.invalid()))
                                .toList());
            case SENT_AFTER ->
                rows.audit(
                        picture,
                        shown.lines().stream()
                                .map(l -> Objects.requireNonNull(l.send()))
                                .toList());
            case TYPOS ->
                rows.typos(shown.lines().stream()
                        .map(l -> Objects.requireNonNull(l.typo()))
                        .toList());
            case CONTRADICTIONS ->
                rows.contradictions(shown.lines().stream()
                        .map(l -> Objects.requireNonNull(l.contradiction()))
                        .toList());
        };
    }

    /** The tab that is looked at. */
    public ObjectProperty<Place.Invalid.Tab> tabProperty() {
        return tab;
    }

    /** The day at whose end the ledger is looked at; null for now. */
    ObjectProperty<@Nullable LocalDate> asOfProperty() {
        return asOf;
    }

    /** A filter text over the addresses. */
    StringProperty searchProperty() {
        return search;
    }

    /** Why the filter text cannot be read; the last good result stays. */
    ReadOnlyObjectProperty<@Nullable FilterSyntaxException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The lines; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable Lines> linesProperty() {
        return lines.getReadOnlyProperty();
    }
}
