package dev.rebound.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.report.OwnersFile;
import dev.rebound.report.RowWriter;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import dev.rebound.words.ProgramVersion;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One pack, read from the newest picture when it is made; preview and file therefore agree. Not for several threads.
 */
public final class EvidencePack {
    /** The earliest time that a ZIP can hold, so that two packs of the same state are the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EvidenceRequest request;
    private final Facts facts;
    private final Telling tell;
    private final Concealment conceal;
    private final Instant made;
    private final BooleanSupplier cancelled;

    private EvidencePack(Session session, EvidenceRequest request, BooleanSupplier cancelled) throws StoreException {
        this.request = request;
        this.cancelled = cancelled;
        facts = Facts.of(session, request.filter(), request.zone(), cancelled);
        tell = new Telling(request.locale(), request.audience(), request.zone());
        conceal = new Concealment(request.form(), session);
        made = session.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Reads what a pack is about. Asked in the background: a large campaign takes its time.
     *
     * @param cancelled asked now and then; a yes ends the work with a {@link CancellationException}
     */
    public static EvidencePack of(Session session, EvidenceRequest request, BooleanSupplier cancelled)
            throws StoreException {
        return new EvidencePack(session, request, cancelled);
    }

    /** Messages it is about. */
    public int rows() {
        return facts.messages.length;
    }

    /** The summary as Markdown, as it stands in the file. */
    public String summary() throws StoreException {
        try {
            return Markdown.of(page());
        } catch (Concealment.StoreFailure e) {
            throw e.trouble;
        }
    }

    private Page page() {
        return Summary.of(facts, request, tell, conceal, made);
    }

    private PackComparison comparison() {
        return new PackComparison(facts, Objects.requireNonNull(request.claimed()), request.audience(), tell, conceal);
    }

    /**
     * Writes the ZIP file, whole or not at all.
     *
     * @param replace whether a file of that name may be replaced
     * @throws FileAlreadyExistsException when there is one and it may not
     */
    public Packed write(Path file, boolean replace) throws IOException, StoreException {
        Path target = file.toAbsolutePath();
        if (!replace && Files.exists(target)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path unfinished = OwnersFile.unfinished(target);
        try {
            String sha256 = write(unfinished);
            OwnersFile.place(unfinished, target, replace);
            return new Packed(file, sha256, rows(), Files.size(target));
        } catch (Concealment.StoreFailure e) {
            throw e.trouble;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private String write(Path file) throws IOException, StoreException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (PackFiles.Name name : PackFiles.names(request)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                ZipEntry entry = new ZipEntry(name.file());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                write(name.file(), zip);
                zip.closeEntry();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void write(String name, OutputStream out) throws IOException, StoreException {
        PackRows rows = new PackRows(facts, request, tell, conceal);
        PackRecords records = new PackRecords(facts, conceal, tell);
        switch (name) {
            case PackFiles.SUMMARY_MD -> out.write(summary().getBytes(StandardCharsets.UTF_8));
            case PackFiles.SUMMARY_HTML ->
                out.write(Html.of(
                                page(),
                                tell.locale().getLanguage(),
                                tell.of("title", PackTitle.of(facts, request, tell, conceal)))
                        .getBytes(StandardCharsets.UTF_8));
            case PackFiles.ARITHMETIC -> RowWriter.CSV.write(rows.arithmetic(), tell.locale(), out);
            case PackFiles.COMPARISON -> RowWriter.CSV.write(comparison().rows(), tell.locale(), out);
            case PackFiles.ROWS -> RowWriter.CSV.write(rows.messages(), tell.locale(), out);
            case PackFiles.SAMPLE -> records.sample(out);
            case PackFiles.RECORDS -> records.all(out, cancelled);
            case PackFiles.SOURCES -> RowWriter.CSV.write(rows.sources(), tell.locale(), out);
            case PackFiles.PACK -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                JSON.writerWithDefaultPrettyPrinter().writeValue(bytes, conditions());
                bytes.writeTo(out);
                out.write('\n');
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** What a machine needs to know of the pack. */
    private ObjectNode conditions() {
        ObjectNode root = JSON.createObjectNode()
                .put("product", "Rebound")
                .put("version", ProgramVersion.TEXT)
                .put("created", made.toString())
                .put("about", conceal.asked(request.about()))
                .put("audience", request.audience().code())
                .put("language", tell.locale().getLanguage())
                .put("addresses", request.form().code())
                .put("filter", conceal.asked(request.filter().toText()))
                .put("zone", tell.zoneName())
                .put("filter_zone", Telling.zoneName(request.zone()))
                .put(
                        "judged_at",
                        facts.picture.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("rows", rows())
                .put("sends", facts.sends)
                .put("deliveries", facts.deliveries())
                .put("gap", facts.gap())
                .put("adds_up", facts.addsUp());
        ObjectNode states = root.putObject("states");
        facts.states.forEach((s, n) -> states.put(s.code(), n));
        ArrayNode missing = root.putArray("missing_files");
        facts.missing()
                .forEach(h -> missing.addObject()
                        .put("feed", h.feed())
                        .put("kind", h.kind().name().toLowerCase(java.util.Locale.ROOT))
                        .put("from", h.from().toString())
                        .put("to", h.to().toString())
                        .put("messages", h.messages()));
        ClaimedFigures claimed = request.claimed();
        if (claimed != null && request.has(Part.COMPARISON)) {
            root.put("dashboard_days_in", claimed.days().getId());
        }
        root.put("source_files", facts.sources.used().size());
        root.put("raw_records", facts.sources.size());
        return root;
    }
}
