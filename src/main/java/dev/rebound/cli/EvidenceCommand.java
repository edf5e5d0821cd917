package dev.rebound.cli;

import dev.rebound.evidence.AddressForm;
import dev.rebound.evidence.Audience;
import dev.rebound.evidence.ClaimedFigures;
import dev.rebound.evidence.EvidencePack;
import dev.rebound.evidence.EvidenceRequest;
import dev.rebound.evidence.Packed;
import dev.rebound.evidence.Part;
import dev.rebound.figures.ReadFigures;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.Picture;
import dev.rebound.session.Session;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code evidence}: one ZIP that explains a set of messages to somebody outside. */
@CommandLine.Command(
        name = "evidence",
        description = "Writes a ZIP that explains messages to a customer, a sending service or the house.",
        mixinStandardHelpOptions = true)
final class EvidenceCommand extends Command {
    @CommandLine.ArgGroup(multiplicity = "1")
    Chosen chosen = new Chosen();

    @CommandLine.Option(
            names = "--for",
            required = true,
            paramLabel = "customer|esp|internal",
            description = "Who reads it. A customer's pack holds no full address.")
    String audience = "";

    @CommandLine.ArgGroup
    @Nullable
    Addresses addresses;

    @CommandLine.Option(
            names = "--records",
            paramLabel = "sample|all|none",
            defaultValue = "sample",
            description = "How many raw records it holds: 20, all of them, or none.")
    String records = "sample";

    @CommandLine.Option(
            names = "--figures",
            paramLabel = "FILE",
            description = "With --campaign: figures of a dashboard to compare with, as \"reconcile\" reads them.")
    @Nullable
    Path figures;

    @CommandLine.Mixin
    DaysIn daysIn = new DaysIn();

    @CommandLine.Option(names = "-o", paramLabel = "FILE", required = true, description = "The ZIP file to write.")
    @Nullable
    Path file;

    @CommandLine.Option(names = "--force", description = "Replace the file when it exists.")
    boolean force;

    /** Which messages. */
    static final class Chosen {
        @CommandLine.Option(names = "--campaign", paramLabel = "TEXT", description = "The sends of this campaign.")
        @Nullable
        String campaign;

        @CommandLine.Option(
                names = "--filter",
                paramLabel = "FILTER",
                description = "e.g. \"is:blocked provider:Outlook\"")
        @Nullable
        String filter;
    }

    /** How addresses are shown; without a word as usual for the audience. */
    static final class Addresses {
        @CommandLine.Option(names = "--mask", description = "Addresses masked (customer and esp: by default).")
        boolean mask;

        @CommandLine.Option(names = "--pseudonyms", description = "Addresses replaced by pseudonyms of this store.")
        boolean pseudonyms;

        @CommandLine.Option(names = "--full", description = "Addresses in full (internal: by default).")
        boolean full;

        AddressForm form() {
            return full ? AddressForm.FULL : pseudonyms ? AddressForm.PSEUDONYMS : AddressForm.MASKED;
        }
    }

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        Audience reader = Audience.named(audience)
                .orElseThrow(() -> WrongUse.choice(g.words(), audience, "--for", "customer, esp, internal"));
        AddressForm form = addresses == null ? reader.usualForm() : addresses.form();
        if (!reader.allows(form)) {
            throw new WrongUse(g.words().of("evidence.nofull"));
        }
        Path target = file;
        if (target == null || (Files.exists(target) && !force)) {
            throw new WrongUse(g.words().of("evidence.exists", String.valueOf(target)));
        }
        Set<Part> parts = parts();
        try (Session session = g.open()) {
            Filter filter = filter(session.picture());
            String about = chosen.campaign == null ? filter.toText() : chosen.campaign;
            EvidenceRequest asked = new EvidenceRequest(
                    about, filter, reader, g.locale(), g.zone(), form, parts, claimed(g, session.picture()), null);
            EvidencePack pack = EvidencePack.of(session, asked, () -> false);
            if (pack.rows() == 0) {
                throw new WrongUse(g.words().of("evidence.nothing", filter.toText()));
            }
            tell(g, write(pack, target));
            return DONE;
        } catch (FileAlreadyExistsException e) {
            // Made by somebody else between the question above and the writing.
            throw new WrongUse(g.words().of("evidence.exists", target.toString()));
        }
    }

    private Packed write(EvidencePack pack, Path target) throws Exception {
        return pack.write(target, force);
    }

    private Set<Part> parts() {
        Set<Part> parts = Part.usual();
        switch (records) {
            case "sample" -> {}
            case "all" -> parts.add(Part.ALL_RECORDS);
            case "none" -> parts.remove(Part.SAMPLE_RECORDS);
            default -> throw WrongUse.choice(globals().words(), records, "--records", "sample, all, none");
        }
        return parts;
    }

    /** A campaign's pack is about its sends, so that its rows are as many as its arithmetic says. */
    private Filter filter(Picture picture) throws Exception {
        if (chosen.filter != null) {
            return FilterParser.parse(chosen.filter.strip());
        }
        Filter campaign =
                CampaignText.filter(chosen.campaign, picture, globals().words());
        List<GapGroup> groups = picture.gap(campaign, GapBy.CAMPAIGN);
        return groups.size() == 1 ? groups.getFirst().rows() : campaign;
    }

    /** The figures that were given of the campaign; null where none were. */
    private @Nullable ClaimedFigures claimed(Globals g, Picture picture) throws Exception {
        Path file = figures;
        String campaign = chosen.campaign;
        if (file == null) {
            return null;
        }
        if (campaign == null) {
            throw new WrongUse(g.words().of("evidence.figures"));
        }
        ZoneId days = daysIn.of(g);
        Filter about = CampaignText.filter(campaign, picture, g.words());
        ReadFigures read = GivenFigures.read(file, days, g, terminal());
        ReadFigures meant = read.about(CampaignText.names(campaign, about, picture));
        if (meant.claims().isEmpty()) {
            throw new WrongUse(
                    g.words().of("reconcile.othercampaigns", campaign, String.join(", ", read.without(meant))));
        }
        return new ClaimedFigures(about, meant.claims(), days);
    }

    private void tell(Globals g, Packed packed) {
        if (g.json) {
            terminal()
                    .json(Terminal.object()
                            .put("file", packed.file().toString())
                            .put("sha256", packed.sha256())
                            .put("rows", packed.rows()));
        } else {
            terminal()
                    .print(g.words()
                            .of(
                                    "evidence.done",
                                    packed.file().toString(),
                                    packed.rows(),
                                    packed.bytes(),
                                    packed.sha256()));
        }
    }
}
