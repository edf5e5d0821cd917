package dev.rebound.feeds.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a table's columns, on its way to a reader. Immutable; each change is a new one.
 *
 * @param name what the reader is called, and whose events they are
 * @param columns which column holds what
 * @param everyRow what each row is where no column says it
 * @param words what the words of that column mean
 * @param dates {@code dmy} or {@code mdy}; null where nobody said
 * @param zone of times that carry none
 */
public record ColumnMapping(
        String name,
        Map<Target, String> columns,
        @Nullable EventKind everyRow,
        Map<String, EventKind> words,
        @Nullable String dates,
        ZoneId zone) {
    private static final Pattern STROKES = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(?:\\d{4}|\\d{2})(?!\\d).*");

    /** What a column may hold, in the order of the page, with words that its name often has. */
    public enum Target {
        ADDRESS(true, "e-?mail|recipient|rcpt|address|adresse|empf.nger|destinataire|courriel"),
        TIME(true, "time|date|datum|zeit|horodatage|heure|created|occurred|logged"),
        KIND(true, "event|status|type|kind|statut|.tat|.v.nement|ereignis|outcome|result"),
        REPLY(false, "reason|reply|response|diagnos|grund|motif|raison|message$|details|error|description|smtp"),
        CODE(false, "code"),
        CAMPAIGN(false, "campaign|kampagne|campagne|newsletter|mailing"),
        MESSAGE_ID(false, "message.?id|msgid|mail.?id"),
        EVENT_ID(false, "event.?id"),
        SUBJECT(false, "subject|betreff|objet|sujet"),
        SENDING_IP(false, "(sending|source|outbound)?.?ip$");

        private final boolean required;
        private final Pattern usualNames;

        Target(boolean required, String usualNames) {
            this.required = required;
            this.usualNames = Pattern.compile(usualNames);
        }

        /** Whether no reader can do without it. */
        public boolean isRequired() {
            return required;
        }
    }

    /** What still has to be said. */
    public enum Missing {
        NAME,
        ADDRESS,
        TIME,
        KIND,
        DATES
    }

    /** Keeps its own maps. */
    public ColumnMapping {
        columns = Map.copyOf(columns);
        words = Map.copyOf(words);
    }

    /** What the names of the columns suggest; nothing is suggested where a date can be read in two ways. */
    public static ColumnMapping suggested(TableSample table, ZoneId zone) {
        Map<Target, String> columns = new EnumMap<>(Target.class);
        List<String> left = new ArrayList<>(choices(table));
        for (Target target : List.of(
                Target.EVENT_ID,
                Target.MESSAGE_ID,
                Target.ADDRESS,
                Target.TIME,
                Target.KIND,
                Target.CAMPAIGN,
                Target.SUBJECT,
                Target.CODE,
                Target.REPLY,
                Target.SENDING_IP)) {
            left.stream()
                    .filter(c -> target.usualNames.matcher(c).find())
                    .findFirst()
                    .ifPresent(c -> {
                        columns.put(target, c);
                        left.remove(c);
                    });
        }
        String name = table.name().substring(table.name().lastIndexOf('/') + 1).replaceFirst("\\..*$", "");
        ColumnMapping bare = new ColumnMapping(name, columns, null, Map.of(), null, zone);
        return bare.withWordsOf(table).withDates(bare.datesTold(table));
    }

    /** The columns that can be chosen; a name that the language of paths would misread cannot. */
    public static List<String> choices(TableSample table) {
        return table.columns().stream()
                .filter(c ->
                        !c.isBlank() && "^=@~*".indexOf(c.charAt(0)) < 0 && c.indexOf('|') < 0 && !c.contains(" + "))
                .toList();
    }

    /** The same with another column for a target; null takes it away. */
    public ColumnMapping with(Target target, @Nullable String column) {
        Map<Target, String> changed = new EnumMap<>(Target.class);
        changed.putAll(columns);
        if (column == null) {
            changed.remove(target);
        } else {
            changed.put(target, column);
        }
        return new ColumnMapping(name, changed, everyRow, words, dates, zone);
    }

    /** The same with another name. */
    public ColumnMapping withName(String other) {
        return new ColumnMapping(other, columns, everyRow, words, dates, zone);
    }

    /** The same where each row is one kind of event. */
    public ColumnMapping withEveryRow(@Nullable EventKind kind) {
        return new ColumnMapping(name, columns, kind, words, dates, zone);
    }

    /** The same with a word's meaning. */
    public ColumnMapping withWord(String word, EventKind kind) {
        Map<String, EventKind> changed = new LinkedHashMap<>(words);
        changed.put(word, kind);
        return new ColumnMapping(name, columns, everyRow, changed, dates, zone);
    }

    /** The same with the order of day and month. */
    public ColumnMapping withDates(@Nullable String order) {
        return new ColumnMapping(name, columns, everyRow, words, order, zone);
    }

    /** The same with a zone. */
    public ColumnMapping withZone(ZoneId other) {
        return new ColumnMapping(name, columns, everyRow, words, dates, other);
    }

    /** The same with what the words of the kind's column usually mean; those already said stay. */
    public ColumnMapping withWordsOf(TableSample table) {
        String column = columns.get(Target.KIND);
        Map<String, EventKind> all = new LinkedHashMap<>();
        if (column != null) {
            table.words(column).keySet().forEach(w -> all.put(w, words.getOrDefault(w, usual(w))));
        }
        return new ColumnMapping(name, columns, everyRow, all, dates, zone);
    }

    private static EventKind usual(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        String[][] signs = {
            {"^(un|not|non|never|nicht|pas)[ _-]?(open|click|read|ouvert|geöffnet)", "OTHER"},
            {"^(un|not|non|never|nicht)[ _-]?(sent|envoy|gesendet|versandt)", "DROP"},
            {"undeliver|(not|non|nicht|never)[ _-]?(deliver|livr|zugestellt|distribu)|unzustellbar", "BOUNCE"},
            {"(block|reject|refus|filter).*spam|spam.*(block|reject|refus|filter)", "BLOCK"},
            {"unsub|abmeld|désab|desab", "UNSUBSCRIBE"},
            {"spam|complain|abuse|plainte|beschwerde", "COMPLAINT"},
            {"soft|temporary bounce|transient", "SOFT_BOUNCE"},
            {"hard|invalid|permanent", "HARD_BOUNCE"},
            {"block|bloqu|blockiert", "BLOCK"},
            {"bounce|fail|rebond|unzustellbar|échec|error", "BOUNCE"},
            {"defer|delay|retry|différ|verzögert|queued", "DEFERRAL"},
            {"drop|suppress|skip|unterdrückt", "DROP"},
            {"reject|refus|abgelehnt", "REJECTION"},
            {"deliver|livré|zugestellt|distribu", "DELIVERY"},
            {"open|ouvert|geöffnet", "OPEN"},
            {"click|clic|klick", "CLICK"},
            {"sent|send|process|accept|inject|envoy|gesendet|versandt", "SEND"}
        };
        for (String[] sign : signs) {
            if (Pattern.compile(sign[0]).matcher(w).find()) {
                return EventKind.valueOf(sign[1]);
            }
        }
        return EventKind.OTHER;
    }

    /** Whether the table writes days as {@code 1/2/2026}, so that somebody must say what comes first. */
    public boolean needsDates(TableSample table) {
        return times(table).stream().anyMatch(t -> STROKES.matcher(t).matches());
    }

    /** The order that some row makes certain; null where every row could be either. */
    public @Nullable String datesTold(TableSample table) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (String time : times(table)) {
            Matcher m = STROKES.matcher(time);
            if (m.matches()) {
                dayFirst |= Integer.parseInt(m.group(1)) > 12;
                monthFirst |= Integer.parseInt(m.group(3)) > 12;
            }
        }
        return dayFirst == monthFirst ? null : dayFirst ? "dmy" : "mdy";
    }

    private List<String> times(TableSample table) {
        String column = columns.get(Target.TIME);
        return column == null
                ? List.of()
                : table.rows().stream()
                        .map((JsonNode r) -> r.path(column).asText("").strip())
                        .toList();
    }

    /** What still has to be said before a reader can be made. */
    public List<Missing> missing(TableSample table) {
        List<Missing> missing = new ArrayList<>();
        if (id().isEmpty()) {
            missing.add(Missing.NAME);
        }
        if (!columns.containsKey(Target.ADDRESS)) {
            missing.add(Missing.ADDRESS);
        }
        if (!columns.containsKey(Target.TIME)) {
            missing.add(Missing.TIME);
        }
        if (!columns.containsKey(Target.KIND) && everyRow == null) {
            missing.add(Missing.KIND);
        }
        if (needsDates(table) && dates == null) {
            missing.add(Missing.DATES);
        }
        return missing;
    }

    /** The reader's name on the command line; empty where the name has no letter for it. */
    public String id() {
        String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .replace(' ', '-');
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }

    /** The reader; files with the same columns are its own from now on. */
    public FeedProfile profile(TableSample table) {
        List<String> told = choices(table);
        Map<String, String> mean = new LinkedHashMap<>();
        words.forEach((word, kind) -> mean.put(word, kind.name().toLowerCase(Locale.ROOT)));
        String kind = columns.get(Target.KIND);
        EventKind every = everyRow;
        List<FeedProfile.Rule> rules = kind == null && every != null
                ? List.of(new FeedProfile.Rule(
                        Map.of(), every.name().toLowerCase(Locale.ROOT), null, List.of(), Map.of(), null))
                : List.of();
        return new FeedProfile(
                FeedProfile.VERSION,
                id(),
                name.strip(),
                name.strip(),
                List.of(new FeedProfile.Recognition("csv", told, List.of(), List.of(), Map.of())),
                List.of(),
                of(Target.ADDRESS),
                of(Target.TIME),
                dates,
                false,
                List.of(),
                zone.getId(),
                of(Target.EVENT_ID),
                false,
                rules,
                kind == null ? null : new FeedProfile.Words(List.of(kind), mean),
                null,
                texts(),
                codes(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                null,
                null,
                Map.of());
    }

    private Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Target target :
                List.of(Target.REPLY, Target.CAMPAIGN, Target.MESSAGE_ID, Target.SUBJECT, Target.SENDING_IP)) {
            if (columns.containsKey(target)) {
                texts.put(target.name().toLowerCase(Locale.ROOT), of(target));
            }
        }
        return texts;
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>(of(Target.CODE));
        codes.addAll(of(Target.REPLY));
        return codes;
    }

    private List<String> of(Target target) {
        String column = columns.get(target);
        return column == null ? List.of() : List.of(column);
    }
}
