package dev.rebound.insight;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.Numbers;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.index.EventTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A picture as blocks of bytes, and back: order, messages, states and counts, by codes alone, without any text. Whoever
 * keeps the blocks must give them back with the very parts and dictionaries they were made of; what is here compares the
 * rules, the decisions, the clock and the sizes, and gives no picture where one differs. Messages that were open when the
 * picture was kept are judged again by the present clock.
 */
public final class KeptPicture {
    private static final int HEAD = 0;
    private static final int PLACES = 1;
    private static final int TIMES = 2;
    private static final int KINDS = 3;
    private static final int VALIDITY = 4;
    private static final int CAMPAIGN = 5;
    private static final int ESP = 6;
    private static final int REPEATS = 7;
    private static final int COLUMNS = 8;
    private static final int BLOCKS =
            COLUMNS + KeptColumns.NUMBERS + MessageColumns.fields().size();

    private static final int DIGEST_BYTES = 32;

    /** Where the words of labels come from. */
    private static final EventText[] WORDS = {
        EventText.CAMPAIGN, EventText.CANVAS, EventText.CAMPAIGN_ID, EventText.ESP, EventText.CANVAS_ID
    };

    private KeptPicture() {}

    /**
     * The blocks of a picture with every message.
     *
     * @param parts all that the picture is made of, in the order in which they will be there again
     */
    public static List<Supplier<byte[]>> blocks(Picture picture, List<EventTable.Part> parts) throws IOException {
        Picture whole = picture.whole();
        EventTable events = whole.events();
        MessageTable messages = whole.messages();
        MessageTable.Labelled labelled = messages.labelled;
        int n = messages.size();
        byte[] head = head(whole, parts);
        List<Supplier<byte[]>> out = new ArrayList<>(BLOCKS);
        out.add(() -> head);
        out.add(() -> {
            int[] places = events.placesIn(parts);
            return Numbers.bytes(places.length, row -> places[row]);
        });
        out.add(() -> Numbers.bytes(events.size(), events::timeMillis));
        out.add(() -> kinds(events));
        out.add(() -> whole.facts().validities());
        out.add(() -> KeptColumns.cells(labelled.campaign(), n));
        out.add(() -> KeptColumns.cells(labelled.esp(), n));
        out.add(() -> KeptColumns.cells(labelled.repeats(), n));
        out.addAll(KeptColumns.blocks(events, messages.columns));
        return out;
    }

    private static byte[] kinds(EventTable events) {
        byte[] kinds = new byte[events.size()];
        for (int row = 0; row < kinds.length; row++) {
            kinds[row] = (byte) events.kind(row).ordinal();
        }
        return kinds;
    }

    private static boolean[] written(MessageTable messages) {
        boolean[] written = new boolean[BLOCKS];
        written[CAMPAIGN] = KeptColumns.isWritten(messages.labelled.campaign());
        written[ESP] = KeptColumns.isWritten(messages.labelled.esp());
        written[REPEATS] = KeptColumns.isWritten(messages.labelled.repeats());
        int block = COLUMNS + KeptColumns.NUMBERS;
        for (EventText field : MessageColumns.fields()) {
            written[block++] = KeptColumns.isKept(messages.events, messages.columns, field);
        }
        return written;
    }

    private static byte[] head(Picture picture, List<EventTable.Part> parts) throws IOException {
        MessageTable messages = picture.messages();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(KeptRules.number());
            out.write(digest(picture.settings()));
            out.writeLong(picture.now().toEpochMilli());
            out.writeInt(parts.size());
            for (EventTable.Part part : parts) {
                out.writeLong(part.importId());
                out.writeInt(part.columns().size());
            }
            out.writeInt(picture.facts().validities().length);
            out.writeInt(messages.columns.rows.length);
            out.writeInt(messages.size());
            for (boolean hasBytes : written(messages)) {
                out.writeBoolean(hasBytes);
            }
            labels(messages.labelled.labels(), picture.events().dictionaries(), out);
            int[] open = open(messages, picture.now().toEpochMilli());
            out.writeInt(open.length);
            for (int m : open) {
                out.writeInt(m);
            }
            picture.windows().write(out);
            picture.counts().write(out);
        }
        return bytes.toByteArray();
    }

    /** The decisions name addresses, so they stand here as a digest only. */
    private static byte[] digest(DataSettings settings) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(settings.judgement().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void labels(Dictionary labels, Dictionaries words, DataOutputStream out) throws IOException {
        out.writeInt(labels.size());
        for (int label = 0; label < labels.size(); label++) {
            int from = 0;
            int code = -1;
            for (int w = 0; code < 0 && w < WORDS.length; w++) {
                from = w;
                code = words.texts(WORDS[w]).find(labels.value(label));
            }
            out.writeByte(from);
            out.writeInt(code);
        }
    }

    /** Messages whose state may be another one later, though no event comes. */
    private static int[] open(MessageTable messages, long now) {
        int[] open = new int[16];
        int n = 0;
        for (int m = 0; m < messages.size(); m++) {
            MessageState state = messages.state(m);
            boolean isOpenEnded = state == MessageState.UNCOVERED
                    || state == MessageState.OPEN
                    || state == MessageState.TIMED_OUT
                    || state == MessageState.UNEXPLAINED;
            if (isOpenEnded && messages.windowEndMillis(m) > now) {
                open = n == open.length ? Arrays.copyOf(open, 2 * n) : open;
                open[n++] = m;
            }
        }
        return Arrays.copyOf(open, n);
    }

    /**
     * The picture of the same parts and dictionaries by the present decisions and clock; empty where the blocks are none of
     * it.
     *
     * @param blocks of {@link #blocks}, by their number; each is asked for once at most, some while the picture is in use
     */
    public static Optional<Picture> read(
            int count,
            IntFunction<byte[]> blocks,
            List<EventTable.Part> parts,
            Dictionaries dictionaries,
            Picture.Base base) {
        if (count != BLOCKS) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(blocks.apply(HEAD)))) {
            long now = base.now().toEpochMilli();
            if (in.readLong() != KeptRules.number()
                    || !Arrays.equals(in.readNBytes(DIGEST_BYTES), digest(base.settings()))
                    || in.readLong() > now
                    || !isOf(parts, in)
                    || in.readInt() != dictionaries.addresses().size()) {
                return Optional.empty();
            }
            return Optional.ofNullable(read(in, blocks, parts, dictionaries, base));
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static boolean isOf(List<EventTable.Part> parts, DataInputStream in) throws IOException {
        if (in.readInt() != parts.size()) {
            return false;
        }
        boolean same = true;
        for (EventTable.Part part : parts) {
            long importId = in.readLong();
            int events = in.readInt();
            same &= importId == part.importId() && events == part.columns().size();
        }
        return same;
    }

    private static @Nullable Picture read(
            DataInputStream in,
            IntFunction<byte[]> blocks,
            List<EventTable.Part> parts,
            Dictionaries dictionaries,
            Picture.Base base)
            throws IOException {
        int ofMessages = in.readInt();
        int n = in.readInt();
        boolean[] written = new boolean[BLOCKS];
        for (int b = 0; b < BLOCKS; b++) {
            written[b] = in.readBoolean();
        }
        Dictionary labels = new Dictionary();
        for (int l = in.readInt(); l > 0; l--) {
            Dictionary words = dictionaries.texts(WORDS[in.readByte()]);
            labels.add(words.value(in.readInt()));
        }
        int[] open = new int[in.readInt()];
        for (int i = 0; i < open.length; i++) {
            open[i] = in.readInt();
        }
        EventTable events = ReplyPatterns.corrected(
                events(blocks, parts, dictionaries), base.settings().corrections(), base.replyPattern());
        RetryWindows windows = RetryWindows.read(in, events, base.settings());
        CoverageCounts counts = CoverageCounts.read(in);
        Coverage coverage = Coverage.of(events, counts, HourFolders.of(base.sources()));
        MessageColumns columns = KeptColumns.read(blocks, COLUMNS, events, n, ofMessages, written);
        StateRules rules = new StateRules(events, coverage, windows, base.settings(), base.now());
        if (!isJudgedAgain(columns, open, rules)) {
            return null;
        }
        MessageTable.Labelled labelled = new MessageTable.Labelled(
                labels,
                KeptColumns.cells(-1, n, blocks, CAMPAIGN, written[CAMPAIGN]),
                KeptColumns.cells(-1, n, blocks, ESP, written[ESP]),
                KeptColumns.cells(0, n, blocks, REPEATS, written[REPEATS]));
        return Picture.of(
                new Picture.Worked(
                        events,
                        counts.platforms(),
                        counts,
                        coverage,
                        windows,
                        columns,
                        labelled,
                        Picture.domains(events, base.settings())),
                base,
                new Later<>(() -> blocks.apply(VALIDITY)));
    }

    private static EventTable events(
            IntFunction<byte[]> blocks, List<EventTable.Part> parts, Dictionaries dictionaries) {
        byte[] kinds = blocks.apply(KINDS);
        ForkJoinTask<int[]> places = ForkJoinTask.adapt(() -> Numbers.ints(blocks.apply(PLACES), kinds.length))
                .fork();
        long[] times = Numbers.longs(blocks.apply(TIMES), kinds.length);
        int[] next = new int[1];
        return EventTable.ordered(parts, dictionaries, places.join(), () -> times[next[0]++], kinds);
    }

    /** Whether the messages are in their order still: the event that decides one may be another one now. */
    private static boolean isJudgedAgain(MessageColumns columns, int[] open, StateRules rules) {
        MessageGroups.Messages all =
                new MessageGroups.Messages(columns.starts, columns.rows, columns.join, columns.espSource);
        for (int m : open) {
            StateRules.Facts facts = rules.judge(all, m);
            MessageState state = facts.state;
            if (facts.deciding != columns.deciding[m] || state == null) {
                return false;
            }
            columns.state[m] = (byte) state.ordinal();
        }
        return true;
    }
}
