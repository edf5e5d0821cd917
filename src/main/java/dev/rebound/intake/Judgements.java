package dev.rebound.intake;

import dev.rebound.classify.Classifier;
import dev.rebound.classify.ReplyCodes;
import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is read in the replies of one file's events. Equal replies are read once. Safe for several threads. */
final class Judgements {
    private static final int MOST_KEPT = 50_000;

    private final Classifier classifier;
    private final Map<Key, EventBatch.Judged> known = new ConcurrentHashMap<>();

    Judgements(Classifier classifier) {
        this.classifier = classifier;
    }

    /** Heads are few and shared, so one is known by itself: to compare what they say would cost more than the reply. */
    private record Key(
            EventBatch.Head head,
            @Nullable String reply,
            @Nullable String enhanced,
            @Nullable String sourceClass) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && head == key.head
                    && Objects.equals(reply, key.reply)
                    && Objects.equals(enhanced, key.enhanced)
                    && Objects.equals(sourceClass, key.sourceClass);
        }

        @Override
        public int hashCode() {
            int h = System.identityHashCode(head);
            h = h * 31 + Objects.hashCode(reply);
            h = h * 31 + Objects.hashCode(enhanced);
            return h * 31 + Objects.hashCode(sourceClass);
        }
    }

    /** Judges every event of a batch. */
    @SuppressWarnings("ReferenceEquality")
    void judge(EventBatch batch) {
        EventBatch.Head before = null;
        EventBatch.Judged plain = null;
        for (int row = 0; row < batch.size(); row++) {
            EventBatch.Head head = batch.head(row);
            if (plain == null || head != before) {
                plain = new EventBatch.Judged(Verdict.UNDETERMINED, head.smtpCode(), null);
                before = head;
            }
            String reply = batch.text(row, EventText.REPLY);
            batch.judge(row, reply == null && !tellsFailure(head.kind()) ? plain : judged(batch, row, reply));
        }
    }

    private EventBatch.Judged judged(EventBatch batch, int row, @Nullable String reply) {
        Key key = new Key(
                batch.head(row),
                reply,
                batch.text(row, EventText.ENHANCED_CODE),
                batch.text(row, EventText.SOURCE_CLASS));
        EventBatch.Judged judged = known.get(key);
        if (judged == null) {
            RawEvent whole = withCodes(batch.event(row, 0));
            String enhanced = whole.text(EventText.ENHANCED_CODE);
            judged = new EventBatch.Judged(verdict(whole), whole.smtpCode(), key.enhanced() == null ? enhanced : null);
            if (known.size() < MOST_KEPT) {
                known.put(key, judged);
            }
        }
        return judged;
    }

    /** Codes that a source gives only inside its text are facts of the event too. */
    RawEvent withCodes(RawEvent e) {
        String reply = e.text(EventText.REPLY);
        if (reply == null || (e.smtpCode() != 0 && e.text(EventText.ENHANCED_CODE) != null)) {
            return e;
        }
        int code = e.smtpCode() != 0 ? e.smtpCode() : ReplyCodes.smtpCode(reply);
        String enhanced = e.text(EventText.ENHANCED_CODE) != null
                ? e.text(EventText.ENHANCED_CODE)
                : ReplyCodes.enhancedCode(reply);
        Map<EventText, String> texts = new EnumMap<>(EventText.class);
        texts.putAll(e.texts());
        if (enhanced != null) {
            texts.put(EventText.ENHANCED_CODE, enhanced);
        }
        return new RawEvent(
                e.kind(),
                e.time(),
                e.address(),
                e.source(),
                e.eventId(),
                code,
                e.attempt(),
                e.hint(),
                e.test(),
                e.timed(),
                texts,
                e.record());
    }

    private static boolean tellsFailure(EventKind kind) {
        return kind.isFailure() || kind == EventKind.DEFERRAL || kind == EventKind.LISTED_INVALID;
    }

    /** The verdict on an event that has its codes. */
    Verdict verdict(RawEvent e) {
        if (!tellsFailure(e.kind())) {
            return Verdict.UNDETERMINED;
        }
        return classifier.classify(new Reply(
                e.text(EventText.REPLY),
                e.smtpCode(),
                e.text(EventText.ENHANCED_CODE),
                e.text(EventText.SOURCE_CLASS),
                e.hint(),
                e.kind()));
    }
}
