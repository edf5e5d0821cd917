package dev.rebound.console.message;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.story.Story;
import dev.rebound.filter.Field;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two messages side by side: each fact of both, and whether it is the same. Pure. */
final class ComparedMessages {
    /** A fact of both. */
    record Line(String name, String one, String other) {
        boolean isSame() {
            return one.equals(other);
        }
    }

    private final Desk desk;
    private final FilterWords words;

    ComparedMessages(Desk desk) {
        this.desk = desk;
        words = new FilterWords(desk.words());
    }

    List<Line> of(Story one, Story other) {
        MessageRow a = one.details().row();
        MessageRow b = other.details().row();
        List<Line> lines = new ArrayList<>();
        add(lines, words.field(Field.STATE), one.headline(desk), other.headline(desk));
        add(lines, words.field(Field.ADDRESS), desk.person(a.address()), desk.person(b.address()));
        add(lines, words.field(Field.SUBJECT), a.subject(), b.subject());
        add(lines, words.field(Field.CAMPAIGN), a.campaign(), b.campaign());
        add(
                lines,
                desk.text("kind.send"),
                time(one.details().sentAt()),
                time(other.details().sentAt()));
        add(
                lines,
                desk.text("kind.delivery"),
                time(one.details().deliveredAt()),
                time(other.details().deliveredAt()));
        add(lines, words.field(Field.DELAY), span(a.delay()), span(b.delay()));
        add(lines, words.field(Field.TRIES), Integer.toString(a.tries()), Integer.toString(b.tries()));
        add(lines, words.field(Field.REASON), reason(a), reason(b));
        add(lines, words.field(Field.REPLY), reply(a), reply(b));
        add(lines, words.field(Field.PROVIDER), a.provider(), b.provider());
        add(lines, words.field(Field.ESP), a.esp(), b.esp());
        add(lines, words.field(Field.IP), a.ip(), b.ip());
        add(lines, words.field(Field.POOL), a.pool(), b.pool());
        add(lines, words.field(Field.FROM), a.fromDomain(), b.fromDomain());
        add(lines, words.field(Field.VARIANT), a.variant(), b.variant());
        add(lines, words.field(Field.MESSAGE_ID), a.messageId(), b.messageId());
        add(lines, desk.text("activity.pane.chain"), chain(one), chain(other));
        return lines;
    }

    private static void add(List<Line> lines, String name, @Nullable String one, @Nullable String other) {
        String a = Objects.requireNonNullElse(one, "");
        String b = Objects.requireNonNullElse(other, "");
        if (!a.isEmpty() || !b.isEmpty()) {
            lines.add(new Line(name, a.isEmpty() ? "–" : a, b.isEmpty() ? "–" : b));
        }
    }

    private String time(@Nullable Instant at) {
        return at == null ? "" : desk.formats().full(at);
    }

    private String span(@Nullable Duration span) {
        return span == null ? "" : desk.formats().span(span);
    }

    private String reason(MessageRow row) {
        return row.reason() == null
                ? ""
                : words.value(Field.REASON, row.reason().code());
    }

    private String reply(MessageRow row) {
        return row.reply() == null ? "" : desk.person(row.reply());
    }

    private String chain(Story story) {
        StringBuilder text = new StringBuilder();
        for (ChainEvent e : story.details().chain()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(desk.formats().clock(e.time()))
                    .append("  ")
                    .append(desk.text("kind." + e.kind().name().toLowerCase(Locale.ROOT)))
                    .append("  ")
                    .append(e.source());
        }
        return text.toString();
    }
}
