package dev.rebound.store;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.column.LongCells;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventText;
import dev.rebound.domain.Verdict;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts rows of prepared and classified batches into the columns of an import, column by column. For the writing thread alone. */
final class BatchColumns {
    private static final EventText[] TEXTS = EventText.values();

    private final Dictionaries dictionaries;
    private final IdentityHashMap<EventBatch.Head, HeadCodes> headCodes = new IdentityHashMap<>();
    private final Map<Verdict, Integer> ruleCodes = new HashMap<>();
    private int[] codes = new int[0];
    private EventBatch.@Nullable Head lastHead;
    private HeadCodes lastCodes = new HeadCodes(0, new EventText[0], new int[0]);
    private @Nullable Verdict lastVerdict;
    private int lastRule;

    BatchColumns(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** Codes of what many events have in common. */
    private record HeadCodes(int source, EventText[] fields, int[] codes) {}

    /** What can be worked out of a batch before its turn: beside the writing thread, several at a time. */
    static void hash(EventBatch batch) {
        int[][] ofFields = new int[TEXTS.length][];
        for (EventText field : TEXTS) {
            ofFields[field.ordinal()] = batch.has(field)
                    ? hashes(batch.bytes(), batch.from(field), batch.to(field), batch.size())
                    : new int[0];
        }
        batch.hashes(ofFields, hashes(batch.bytes(), batch.addressesFrom(), batch.addressesTo(), batch.size()));
    }

    private static int[] hashes(byte[] bytes, int[] from, int[] to, int rows) {
        int[] hashes = new int[rows];
        for (int row = 0; row < rows; row++) {
            hashes[row] = to[row] == 0 ? 0 : Dictionary.hash(bytes, from[row], to[row]);
        }
        return hashes;
    }

    /**
     * Adds events.
     *
     * @param rows the rows of the batch that are meant, from {@code begin} to {@code end}
     * @param firstRecord number of the first one's raw record; the others follow it
     */
    void append(EventBatch batch, int[] rows, int begin, int end, int firstRecord, EventColumns columns) {
        int at = columns.size() - begin;
        codes = codes.length < end - begin ? new int[end - begin] : codes;
        for (int i = begin; i < end; i++) {
            columns.time().put(at + i, batch.timeMillis(rows[i]));
            columns.raw().put(at + i, firstRecord + i - begin);
        }
        heads(batch, rows, begin, end, columns);
        verdicts(batch, rows, begin, end, columns);
        dictionaries
                .addresses()
                .add(
                        batch.bytes(),
                        batch.addressesFrom(),
                        batch.addressesTo(),
                        batch.addressHashes(),
                        rows,
                        begin,
                        end,
                        codes);
        put(columns.address(), columns.size(), end - begin);
        for (EventText field : TEXTS) {
            if (batch.has(field)) {
                Dictionary dictionary = dictionaries.texts(field);
                dictionary.add(
                        batch.bytes(),
                        batch.from(field),
                        batch.to(field),
                        batch.hashes(field),
                        rows,
                        begin,
                        end,
                        codes);
                put(columns.text(field), columns.size(), end - begin);
            }
        }
        columns.grown(end - begin);
    }

    private void put(LongCells column, int at, int count) {
        for (int i = 0; i < count; i++) {
            if (codes[i] >= 0) {
                column.put(at + i, codes[i]);
            }
        }
    }

    private void heads(EventBatch batch, int[] rows, int begin, int end, EventColumns columns) {
        int at = columns.size() - begin;
        for (int i = begin; i < end; i++) {
            EventBatch.Head head = batch.head(rows[i]);
            HeadCodes common = codes(head);
            columns.kind().put(at + i, head.kind().ordinal());
            columns.source().put(at + i, common.source());
            columns.attempt().put(at + i, head.attempt());
            columns.test().put(at + i, head.test() ? EventColumns.TEST : 0);
            for (int f = 0; f < common.fields().length; f++) {
                columns.text(common.fields()[f]).put(at + i, common.codes()[f]);
            }
        }
    }

    private void verdicts(EventBatch batch, int[] rows, int begin, int end, EventColumns columns) {
        Dictionary enhancedCodes = dictionaries.texts(EventText.ENHANCED_CODE);
        int at = columns.size() - begin;
        for (int i = begin; i < end; i++) {
            EventBatch.Judged judged = batch.judged(rows[i]);
            Verdict verdict = judged.verdict();
            columns.smtpCode().put(at + i, judged.smtpCode());
            columns.reason().put(at + i, verdict.reason().ordinal());
            columns.bounceClass().put(at + i, verdict.bounceClass().ordinal());
            columns.rule().put(at + i, rule(verdict));
            String enhanced = judged.enhancedCode();
            if (enhanced != null) {
                columns.text(EventText.ENHANCED_CODE).put(at + i, enhancedCodes.add(enhanced));
            }
        }
    }

    /** Most events have the very verdict of the event before. */
    @SuppressWarnings("ReferenceEquality")
    private int rule(Verdict verdict) {
        if (verdict != lastVerdict) {
            lastVerdict = verdict;
            lastRule =
                    ruleCodes.computeIfAbsent(verdict, v -> dictionaries.rules().add(EventColumns.rule(v)));
        }
        return lastRule;
    }

    @SuppressWarnings("ReferenceEquality")
    private HeadCodes codes(EventBatch.Head head) {
        if (head != lastHead) {
            lastHead = head;
            lastCodes = headCodes.computeIfAbsent(head, this::newCodes);
        }
        return lastCodes;
    }

    private HeadCodes newCodes(EventBatch.Head head) {
        EventText[] fields = head.texts().keySet().toArray(EventText[]::new);
        int[] of = new int[fields.length];
        for (int i = 0; i < fields.length; i++) {
            of[i] = dictionaries
                    .texts(fields[i])
                    .add(String.valueOf(head.texts().get(fields[i])));
        }
        return new HeadCodes(dictionaries.sources().add(head.source()), fields, of);
    }

    /** What a row counts under that is known already; its texts are in the dictionaries: the first time put them there. */
    Repeats.Key repeated(EventBatch batch, int row) {
        int address = dictionaries
                .addresses()
                .find(batch.bytes(), batch.addressFrom(row), batch.addressTo(row), batch.addressHashes()[row]);
        return Repeats.key(address, field -> {
            String value = batch.text(row, field);
            return value == null ? -1 : dictionaries.texts(field).find(value);
        });
    }
}
