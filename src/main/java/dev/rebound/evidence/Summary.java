package dev.rebound.evidence;

import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.index.Questions.FacetValue;
import dev.rebound.insight.Coverage;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.Incident;
import dev.rebound.session.Why;
import dev.rebound.words.ProgramVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a pack says in words, and to whom: readable alone, without the other files. */
final class Summary {
    private static final int MOST_REPLIES = 10;
    private static final int MOST_VALUES = 10;
    private static final int MOST_FILES = 40;
    private static final int MOST_RANGES = 6;

    private final Facts facts;
    private final EvidenceRequest request;
    private final Telling tell;
    private final Concealment conceal;
    private final Page page = new Page();

    private Summary(Facts facts, EvidenceRequest request, Telling tell, Concealment conceal) {
        this.facts = facts;
        this.request = request;
        this.tell = tell;
        this.conceal = conceal;
    }

    /** The page of a pack; {@code made} is the only thing in it that differs between two packs of the same state. */
    static Page of(Facts facts, EvidenceRequest request, Telling tell, Concealment conceal, Instant made) {
        Summary summary = new Summary(facts, request, tell, conceal);
        summary.page.heading(1, tell.of("title", PackTitle.of(facts, request, tell, conceal)));
        if (PackTitle.isOfFilter(request)) {
            summary.page.quote(conceal.asked(request.about()));
        }
        String judged = tell.time(facts.picture.now());
        summary.page.paragraph(tell.of("for." + request.audience().code()) + " "
                + tell.of("made", tell.time(made), ProgramVersion.TEXT)
                + (judged.equals(tell.time(made)) ? "" : " " + tell.of("judged", judged)));
        summary.ofCase();
        summary.inShort();
        if (request.has(Part.ARITHMETIC)) {
            summary.arithmetic();
        }
        ClaimedFigures claimed = request.claimed();
        if (claimed != null && request.has(Part.COMPARISON)) {
            new PackComparison(facts, claimed, request.audience(), tell, conceal).onto(summary.page);
        }
        summary.reasons();
        if (facts.campaigns.stream().filter(g -> g.sends() > 0).count() > 1) {
            summary.campaigns();
        }
        if (request.audience().isTechnical()) {
            summary.replies();
            summary.origin();
        }
        summary.coverage();
        if (request.has(Part.SOURCES)) {
            summary.sources();
        }
        summary.files();
        if (request.has(Part.CONDITIONS)) {
            summary.conditions();
        }
        return summary.page;
    }

    /** What the case asks, and that somebody chose its rows by hand: they stand for no share of anything. */
    private void ofCase() {
        CaseSubject of = request.ofCase();
        if (of == null) {
            return;
        }
        if (!of.question().isBlank()) {
            page.paragraph(tell.of("case.question", conceal.text(of.question())));
        }
        if (of.pinned() > 0) {
            page.paragraph(tell.of("case.pinned", of.pinned()));
        }
        if (of.persons() > 0) {
            page.paragraph(tell.of("case.persons", of.persons()));
        }
    }

    private void inShort() {
        page.heading(2, tell.of("short"));
        incident();
        StringBuilder words = new StringBuilder();
        if (facts.firstSend == null || facts.lastSend == null) {
            words.append(tell.of("short.nosends", facts.messages.length));
        } else {
            String first = tell.time(Objects.requireNonNull(facts.firstSend));
            String last = tell.time(Objects.requireNonNull(facts.lastSend));
            words.append(
                    first.equals(last)
                            ? tell.of("short.sends.at", facts.sends, first)
                            : tell.of("short.sends", facts.sends, first, last));
            words.append(' ').append(accepted());
        }
        if (facts.firstFailure != null && facts.lastFailure != null && facts.gap() > 0) {
            String first = tell.time(Objects.requireNonNull(facts.firstFailure));
            String last = tell.time(Objects.requireNonNull(facts.lastFailure));
            words.append(' ')
                    .append(
                            first.equals(last)
                                    ? tell.of("short.failures.at", facts.gap() - facts.unknown(), first)
                                    : tell.of("short.failures", first, last));
        }
        if (facts.count(MessageState.RETURNED) > 0) {
            words.append(' ').append(tell.of("short.returned", facts.count(MessageState.RETURNED)));
        }
        Instant open = facts.openUntil();
        if (open != null) {
            words.append(' ').append(tell.of("short.open", facts.count(MessageState.OPEN), tell.time(open)));
        }
        if (facts.count(MessageState.TIMED_OUT) > 0) {
            words.append(' ').append(tell.of("short.timedout", facts.count(MessageState.TIMED_OUT)));
        }
        if (facts.count(MessageState.UNCOVERED) > 0) {
            words.append(' ').append(tell.of("short.uncovered", facts.count(MessageState.UNCOVERED)));
        }
        if (facts.count(MessageState.UNEXPLAINED) > 0) {
            words.append(' ').append(tell.of("short.unexplained", facts.count(MessageState.UNEXPLAINED)));
        }
        page.paragraph(words.toString());
        page.paragraph(tell.of("short.honest"));
    }

    /** What nobody knows the end of is not called a failure. */
    private String accepted() {
        long unknown = facts.unknown();
        if (facts.gap() == 0) {
            return tell.of("short.all", facts.sends);
        }
        if (facts.deliveries() == 0) {
            if (facts.sends == 1 && unknown == 1) {
                return tell.of("short.one.unknown");
            }
            return unknown == 0 ? tell.of("short.none", facts.sends) : tell.of("short.none.unknown", unknown);
        }
        return unknown == 0
                ? tell.of("short.some", facts.deliveries(), facts.gap())
                : tell.of("short.some.unknown", facts.deliveries(), facts.gap() - unknown, unknown);
    }

    /** Who asks about an incident holds the messages it touched and nothing else: the others are counted beside them. */
    private void incident() {
        for (Incident i : facts.incidents()) {
            if (i.rows().equals(facts.filter)) {
                page.paragraph(tell.of(
                        "short.incident." + i.kind().code(),
                        conceal.text(i.provider()),
                        i.messages().size(),
                        i.seen(),
                        tell.time(i.from()),
                        tell.time(i.to()),
                        tell.share(i.messages().size(), i.seen()),
                        tell.share(Math.round(i.usualShare() * 10_000), 10_000)));
            }
        }
    }

    /** As the window counts: deliveries with those that came back, these once more beneath; states without a message in one line. */
    private void arithmetic() {
        page.heading(2, tell.of("arithmetic"));
        List<List<String>> rows = new ArrayList<>();
        for (MessageState s : MessageState.values()) {
            long count = s == MessageState.DELIVERED ? facts.deliveries() : facts.count(s);
            if (count > 0 || s == MessageState.DELIVERED) {
                rows.add(List.of(
                        s == MessageState.RETURNED ? tell.of("arithmetic.returned") : tell.state(s),
                        tell.count(count),
                        tell.share(count, facts.sends),
                        tell.meaning(s)));
            }
        }
        rows.add(List.of(
                tell.of("arithmetic.sends"), tell.count(facts.sends), tell.share(facts.sends, facts.sends), ""));
        page.table(
                List.of(
                        tell.of("column.outcome"),
                        tell.of("column.messages"),
                        tell.of("column.share"),
                        tell.of("column.meaning")),
                rows,
                1,
                2);
        page.strong(
                facts.addsUp()
                        ? tell.of("arithmetic.adds", facts.deliveries(), facts.gap(), facts.sends)
                        : tell.of(
                                "arithmetic.addsnot",
                                Math.abs(facts.sends
                                        - facts.states.values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum())));
        List<String> parts = facts.states.entrySet().stream()
                .filter(e -> !e.getKey().isDelivery() && e.getValue() > 0)
                .map(e -> tell.count(e.getValue()))
                .toList();
        if (parts.size() > 1) {
            page.paragraph(tell.of("arithmetic.gap", String.join(" + ", parts), facts.gap()));
        }
        String none = Arrays.stream(MessageState.values())
                .filter(s -> s != MessageState.DELIVERED && facts.count(s) == 0)
                .map(tell::state)
                .collect(Collectors.joining(" · "));
        if (!none.isEmpty()) {
            page.paragraph(tell.of("arithmetic.none", none));
        }
        long[] beside = facts.beside();
        page.paragraph(tell.of("arithmetic.beside", beside[0], beside[1], beside[2], beside[3]));
    }

    private void reasons() {
        List<List<String>> rows = new ArrayList<>();
        for (Facts.ReasonCount r : facts.reasons()) {
            Why why = facts.session
                    .explain(r.rule(), tell.locale())
                    .or(() -> facts.session.explain(r.reason(), tell.locale()))
                    .orElse(new Why("", "", null));
            rows.add(List.of(
                    tell.state(r.state()),
                    tell.reason(r.reason()),
                    tell.count(r.count()),
                    request.audience() == Audience.INTERNAL && !why.nextStep().isEmpty()
                            ? why.sentence() + " " + why.nextStep()
                            : why.sentence()));
        }
        if (!rows.isEmpty()) {
            page.heading(2, tell.of("reasons"));
            page.table(
                    List.of(
                            tell.of("column.outcome"),
                            tell.of("column.reason"),
                            tell.of("column.messages"),
                            tell.of("column.meaning")),
                    rows,
                    2);
        }
    }

    private void campaigns() {
        page.heading(2, tell.of("campaigns"));
        List<List<String>> rows = new ArrayList<>();
        for (GapGroup g : facts.campaigns) {
            if (g.sends() > 0) {
                rows.add(List.of(
                        g.key().isEmpty() ? tell.of("noname") : conceal.text(g.key()),
                        tell.count(g.sends()),
                        tell.count(g.deliveries()),
                        tell.count(g.gap())));
            }
        }
        page.table(
                List.of(
                        tell.of("column.campaign"),
                        tell.of("arithmetic.sends"),
                        tell.of("column.delivered"),
                        tell.of("column.gap")),
                rows,
                1,
                2,
                3);
    }

    private void replies() {
        Map<String, Long> replies = facts.replies(conceal);
        if (replies.isEmpty()) {
            return;
        }
        page.heading(2, tell.of("replies"));
        page.paragraph(tell.of("replies.folded"));
        List<List<String>> rows = new ArrayList<>();
        replies.entrySet().stream()
                .limit(MOST_REPLIES)
                .forEach(e -> rows.add(List.of(e.getKey(), tell.count(e.getValue()))));
        page.table(List.of(tell.of("column.reply"), tell.of("column.messages")), rows, 1);
        if (replies.size() > MOST_REPLIES) {
            page.paragraph(tell.of("replies.more", replies.size() - MOST_REPLIES));
        }
    }

    private void origin() {
        page.heading(2, tell.of("origin"));
        List<List<String>> rows = new ArrayList<>();
        for (Field field : List.of(Field.PROVIDER, Field.ESP, Field.IP, Field.POOL, Field.FROM)) {
            List<FacetValue> values = facts.values(field);
            if (!values.isEmpty()) {
                rows.add(List.of(
                        tell.of("origin." + field.code()),
                        values.stream()
                                .limit(MOST_VALUES)
                                .map(v -> conceal.text(v.value()) + " (" + tell.count(v.count()) + ")")
                                .collect(Collectors.joining(", "))));
            }
        }
        page.table(List.of(tell.of("column.what"), tell.of("column.values")), rows);
    }

    private void coverage() {
        page.heading(2, tell.of("coverage"));
        Instant first = facts.picture.dataStart();
        Instant last = facts.picture.dataEnd();
        if (first != null && last != null) {
            page.paragraph(tell.of("coverage.span", tell.time(first), tell.time(last)));
        }
        List<Coverage.Hole> missing = facts.missing();
        if (missing.isEmpty()) {
            page.paragraph(tell.of("coverage.whole"));
        }
        missing.forEach(hole -> page.paragraph(missing(hole)));
    }

    private String missing(Coverage.Hole hole) {
        if (hole.sign() == Coverage.Sign.SERVICE) {
            return tell.of(
                    "coverage.missing.service",
                    hole.feed(),
                    tell.utcDay(hole.from()),
                    tell.utcHour(hole.from()),
                    tell.utcDay(hole.to().minusMillis(1)),
                    tell.utcHour(hole.to()),
                    hole.messages());
        }
        return tell.of(
                hole.sign() == Coverage.Sign.ECHO ? "coverage.missing.echo" : "coverage.missing",
                hole.feed(),
                tell.of("kind." + hole.kind().name().toLowerCase(java.util.Locale.ROOT)),
                tell.utcDay(hole.from()),
                tell.utcHour(hole.from()),
                tell.utcHour(hole.to()),
                hole.messages());
    }

    private void sources() {
        page.heading(2, tell.of("sources"));
        List<Sources.Used> used = facts.sources.used();
        List<List<String>> rows = new ArrayList<>();
        for (Sources.Used u : used.subList(0, Math.min(MOST_FILES, used.size()))) {
            rows.add(List.of(
                    conceal.text(facts.picture.file(u.run().id()) + (u.part().isEmpty() ? "" : " › " + u.part())),
                    tell.count(u.lines().length),
                    Sources.ranges(u.lines(), MOST_RANGES),
                    u.run().source().sha256()));
        }
        page.table(
                List.of(tell.of("column.file"), tell.of("column.records"), tell.of("column.lines"), "SHA-256"),
                rows,
                1);
        page.paragraph(
                used.size() > MOST_FILES
                        ? tell.of("sources.more", MOST_FILES, used.size())
                        : tell.of("sources.all", used.size()));
    }

    private void files() {
        page.heading(2, tell.of("files"));
        List<List<String>> rows = new ArrayList<>();
        PackFiles.names(request).forEach(name -> rows.add(List.of(name.file(), tell.of("files." + name.text()))));
        page.table(List.of(tell.of("column.file"), tell.of("column.what")), rows);
    }

    private void conditions() {
        page.heading(2, tell.of("conditions"));
        page.paragraph(tell.of("conditions.filter", facts.messages.length));
        page.quote(conceal.asked(facts.filter.toText().isEmpty() ? "*" : facts.filter.toText()));
        if (!request.zone().normalized().equals(tell.zone().normalized()) && facts.filter.namesClockTimes()) {
            page.paragraph(tell.of("conditions.filterzone", Telling.zoneName(request.zone())));
        }
        page.paragraph(tell.of("conditions.zone", tell.zoneName()) + " "
                + tell.of("conditions.addresses." + request.form().code()) + " "
                + (conceal.isNothing() || !request.hasRecords() ? "" : tell.of("conditions.fields") + " ")
                + tell.of("conditions.version", ProgramVersion.TEXT));
    }
}
