package dev.rebound.bench.scale;

import dev.rebound.bench.scale.Traffic.Format;
import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.index.TimeStep;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.Picture;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.ImportReport;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** The program itself, composed as the window composes it. */
final class ReboundPeer implements Peer {
    /** The fields that the log shows beside its rows. */
    private static final List<Field> FACETS = List.of(
            Field.STATE,
            Field.REASON,
            Field.PROVIDER,
            Field.CAMPAIGN,
            Field.ESP,
            Field.DOMAIN,
            Field.IP,
            Field.VALIDITY,
            Field.SUBSCRIPTION);

    private static final int VALUES = 200;
    private static final int PAGE = 100;

    private final Path folder;
    private final Samples samples;
    private final Session session;
    private long storedNanos;
    private boolean closed;
    private List<?> seen = List.of();

    ReboundPeer(Path folder, Samples samples) throws StoreException {
        this.folder = folder.resolve("rebound");
        this.samples = samples;
        session = Session.open(
                this.folder, StandardFeeds.catalog(), Classifier.standard(), Clock.systemUTC(), ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "Rebound";
    }

    Picture picture() {
        return session.picture();
    }

    /** The rows of the last page, so that nobody optimises them away. */
    List<?> seen() {
        return seen;
    }

    /** When the last file was stored durably; what comes after is understanding it. */
    long storedNanos() {
        return storedNanos;
    }

    @Override
    public long load(Path file, Format format) throws StoreException, IOException {
        ImportReport report = session.importFiles(
                List.of(file), new ImportOptions(ZoneOffset.UTC, null, false), new ImportListener() {
                    @Override
                    public void ends(dev.rebound.intake.FileReport ended) {
                        storedNanos = System.nanoTime();
                    }
                });
        if (report.files().getFirst().added() == 0) {
            throw new IllegalStateException(report.files().getFirst().message());
        }
        return session.picture().events().size();
    }

    /** An import that has returned has been understood. */
    @Override
    public void understand() {
        session.picture();
    }

    @Override
    public long answer(Ask ask) {
        Picture picture = session.picture();
        Questions questions = picture.questions();
        Filter campaign = Filter.is(Field.CAMPAIGN, samples.campaign());
        Filter part = new Filter.Term(Field.ADDRESS, new Match.Wildcard("*" + samples.partOfAddress() + "*"));
        return switch (ask) {
            case FIRST_PAGE -> page(questions, Filter.all(), 0);
            case DEEP_PAGE -> page(questions, Filter.all(), samples.middle());
            case FILTERED_PAGE ->
                page(
                        questions,
                        Filter.and(
                                campaign,
                                Filter.is(Field.STATE, "soft_bounced"),
                                new Filter.Term(
                                        Field.TIME,
                                        new Match.Range(
                                                Instant.ofEpochSecond(samples.from()).toString(),
                                                Instant.ofEpochSecond(samples.to()).toString()))),
                        0);
            case ADDRESS_SUBSTRING -> page(questions, part, 0);
            case REPLY_SUBSTRING -> page(questions, Filter.is(Field.REPLY, samples.partOfReply()), 0);
            case FACETS -> facets(questions, questions.select(Filter.all()));
            case FILTERED_FACETS -> facets(questions, questions.select(campaign));
            case HISTOGRAM -> questions.histogram(questions.select(Filter.all()), TimeStep.DAY, Field.STATE).size();
            case GAP -> picture.gap(Filter.all(), GapBy.CAMPAIGN).size();
            case INVALID -> {
                seen = picture.addresses().invalid().stream().limit(PAGE).toList();
                yield picture.addresses().invalid().size();
            }
            case AUDIT -> {
                seen = picture.addresses().audit().stream().limit(PAGE).toList();
                yield picture.addresses().audit().size();
            }
            case ONE_MESSAGE -> {
                int[] messages = picture.messagesOf(samples.address());
                yield messages.length == 0 ? 0 : picture.message(messages[0]).chain().size();
            }
            case ONE_ADDRESS -> {
                int[] messages = picture.messagesOf(samples.address());
                for (int m : messages) {
                    picture.row(m);
                }
                yield messages.length;
            }
            case SCREEN -> screen(questions, campaign);
            case SCREEN_SUBSTRING -> screen(questions, part);
        };
    }

    /** What the log asks for one filter. */
    private long screen(Questions questions, Filter filter) {
        Bitmap rows = questions.select(filter);
        facets(questions, rows);
        questions.histogram(rows, TimeStep.DAY, Field.STATE);
        return rows(questions, rows, 0);
    }

    private long page(Questions questions, Filter filter, long offset) {
        return rows(questions, questions.select(filter), offset);
    }

    private long rows(Questions questions, Bitmap rows, long offset) {
        for (int row : questions.page(rows, true, offset, PAGE)) {
            session.picture().row(row);
        }
        return rows.cardinality();
    }

    private static long facets(Questions questions, Bitmap rows) {
        for (Field field : FACETS) {
            questions.facet(rows, field, VALUES);
        }
        return FACETS.size();
    }

    @Override
    public long closedSizeBytes() throws StoreException, IOException {
        close();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    @Override
    public void close() throws StoreException {
        if (!closed) {
            closed = true;
            session.close();
        }
    }
}
