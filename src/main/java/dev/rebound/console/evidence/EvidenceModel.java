package dev.rebound.console.evidence;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.MadePack;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FileNames;
import dev.rebound.console.kit.IncidentName;
import dev.rebound.console.kit.Place;
import dev.rebound.evidence.AddressForm;
import dev.rebound.evidence.Audience;
import dev.rebound.evidence.ClaimedFigures;
import dev.rebound.evidence.EvidencePack;
import dev.rebound.evidence.EvidenceRequest;
import dev.rebound.evidence.Packed;
import dev.rebound.evidence.Part;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.report.Mask;
import dev.rebound.store.StoreException;
import dev.rebound.words.Language;
import dev.rebound.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What a pack will be, without a node: every choice changes the preview. The screen's thread only. */
public final class EvidenceModel {
    private static final int MOST_SERVICES = 8;
    private static final int MOST_CAMPAIGNS = 3;

    /** How the pack reads now. */
    record Preview(String summary, int rows) {}

    private final Desk desk;
    private final ObjectProperty<Place.@Nullable Evidence> subject = new SimpleObjectProperty<>();
    private final ObjectProperty<Audience> audience = new SimpleObjectProperty<>(Audience.CUSTOMER);
    private final ObjectProperty<Locale> language;
    private final ObjectProperty<AddressForm> form = new SimpleObjectProperty<>(AddressForm.MASKED);
    private final ObjectProperty<Set<Part>> parts = new SimpleObjectProperty<>(Part.usual());
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<String> service = new SimpleObjectProperty<>("");
    private final ReadOnlyObjectWrapper<List<String>> services = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Place.Evidence>> scopes = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty open = new SimpleBooleanProperty();
    private AtomicBoolean stopped = new AtomicBoolean();

    /** Another reader reads another language: that of the customers' packs is not that of the sending service's. */
    private final Map<Audience, Locale> languages = new EnumMap<>(Audience.class);

    /** A pack of the desk's session; its language is the window's until somebody chooses one for its readers. */
    public EvidenceModel(Desk desk) {
        this.desk = desk;
        language = new SimpleObjectProperty<>(desk.words().locale());
        audience.addListener((o, before, now) -> {
            form.set(now.usualForm());
            ask();
        });
        language.addListener((o, before, now) -> {
            languages.put(audience.get(), now);
            ask();
        });
        form.addListener((o, before, now) -> ask());
        parts.addListener((o, before, now) -> ask());
        service.addListener((o, before, now) -> ask());
        desk.picture().addListener((o, before, now) -> ask());
    }

    /** Begins a pack about some messages. */
    public void begin(Place.Evidence about) {
        stopped = new AtomicBoolean();
        parts.set(Part.usual());
        audience.set(about.audience());
        Locale usual = languages.getOrDefault(about.audience(), desk.words().locale());
        language.set(usual);
        form.set(about.audience().usualForm());
        subject.set(about);
        scopes.set(List.of(about));
        open.set(true);
        askServices(about);
        Questions questions = desk.picture().getValue().questions();
        desk.background().latest("evidence-scopes", () -> scopes(questions, about), scopes::set);
        ask();
    }

    /** The messages it was opened for, and each campaign of theirs that has more than those. */
    private static List<Place.Evidence> scopes(Questions questions, Place.Evidence about) {
        List<Place.Evidence> found = new ArrayList<>(List.of(about));
        Place.Evidence.OfCase forCase = about.forCase();
        Place.Evidence.OfCase widened = forCase == null ? null : forCase.byFilter();
        if (widened != null) {
            widened.views().stream()
                    .filter(view -> !view.equals(about.filter()))
                    .forEach(view -> found.add(
                            new Place.Evidence(about.about(), view, about.audience(), widened, about.claimed())));
        }
        Bitmap rows = questions.select(about.filter());
        List<Questions.FacetValue> campaigns = questions.facet(rows, Field.CAMPAIGN, MOST_CAMPAIGNS + 1);
        for (Questions.FacetValue campaign : campaigns) {
            Filter whole = Filter.and(
                    Filter.is(Field.FLAG, FlagWord.SENT.word()), Filter.is(Field.CAMPAIGN, campaign.value()));
            if (campaigns.size() <= MOST_CAMPAIGNS
                    && !campaign.value().isEmpty()
                    && questions.select(whole).cardinality() > campaign.count()) {
                found.add(new Place.Evidence(campaign.value(), whole, about.audience(), widened, about.claimed()));
            }
        }
        return found;
    }

    /** Makes it a pack about other messages; every other choice stays. */
    void choose(Place.Evidence scope) {
        subject.set(scope);
        askServices(scope);
        ask();
    }

    private void askServices(Place.Evidence about) {
        service.set("");
        services.set(List.of());
        Questions questions = desk.picture().getValue().questions();
        desk.background()
                .latest(
                        "evidence-services",
                        () -> questions.facet(questions.select(about.filter()), Field.ESP, MOST_SERVICES).stream()
                                .map(Questions.FacetValue::value)
                                .filter(name -> !name.isEmpty())
                                .toList(),
                        services::set);
    }

    /** What it can be about, the messages it was opened for first. */
    ReadOnlyObjectProperty<List<Place.Evidence>> scopesProperty() {
        return scopes.getReadOnlyProperty();
    }

    /** The one sending service whose messages are in the pack; empty for all. Only a pack for a service has one. */
    ObjectProperty<String> serviceProperty() {
        return service;
    }

    /** The sending services of the messages, most messages first: none should be handed what another one sent. */
    ReadOnlyObjectProperty<List<String>> servicesProperty() {
        return services.getReadOnlyProperty();
    }

    /** An incident is called as the language of the pack writes its time, not that of the window. */
    private String named(Place.Evidence about) {
        return desk.picture().getValue().incidents().stream()
                .filter(i -> i.rows().equals(about.filter()))
                .findFirst()
                .map(i -> IncidentName.of(i, language.get()))
                .orElse(about.about());
    }

    private EvidenceRequest request(Place.Evidence about) {
        String only = audience.get() == Audience.ESP ? service.get() : "";
        ClaimedFigures claimed = about.claimed() == null || only.isEmpty()
                ? about.claimed()
                : about.claimed().of(only);
        return new EvidenceRequest(
                only.isEmpty() ? named(about) : named(about) + ", " + only,
                only.isEmpty() ? about.filter() : Filter.and(about.filter(), Filter.is(Field.ESP, only)),
                audience.get(),
                language.get(),
                desk.formats().zone(),
                form.get(),
                parts.get(),
                claimed == null || claimed.claims().isEmpty() ? null : claimed,
                about.forCase() == null ? null : about.forCase().subject());
    }

    private void ask() {
        Place.Evidence about = subject.get();
        if (about == null || !open.get() || !audience.get().allows(form.get())) {
            return;
        }
        EvidenceRequest request = request(about);
        desk.background()
                .latest(
                        "evidence",
                        () -> {
                            EvidencePack pack = EvidencePack.of(desk.session(), request, () -> false);
                            return new Preview(pack.summary(), pack.rows());
                        },
                        preview::set);
    }

    /** A name for the file that tells what is in it, in the language of the pack, and names nobody. */
    String suggestedName() {
        Place.Evidence about = subject.get();
        Words spoken = desk.words().in(Language.of(language.get().getLanguage()));
        return FileNames.of(
                        spoken.of("evidence.file"),
                        about == null ? "" : Mask.of(named(about)),
                        spoken.of("evidence.for." + audience.get().code()),
                        language.get().getLanguage())
                + ".zip";
    }

    /** Writes the pack; the dialog that chose the file has asked before it replaces one. */
    void save(Path file) {
        Place.Evidence about = subject.get();
        if (about == null || running.get()) {
            return;
        }
        languages.put(audience.get(), language.get());
        EvidenceRequest request = request(about);
        AtomicBoolean stop = new AtomicBoolean();
        stopped = stop;
        running.set(true);
        desk.background().job(() -> written(request, file, stop, caseOf(about)), packed -> {
            running.set(false);
            if (packed.isEmpty()) {
                desk.notices().tell(desk.text("evidence.stopped"));
                return;
            }
            open.set(false);
            desk.notices()
                    .tell(desk.text(
                            "evidence.saved",
                            String.valueOf(packed.get().file().getFileName()),
                            packed.get().rows(),
                            desk.formats().bytes(packed.get().bytes()),
                            folder(packed.get().file())));
        });
    }

    private static @Nullable String caseOf(Place.Evidence about) {
        Place.Evidence.OfCase forCase = about.forCase();
        return forCase == null ? null : forCase.id();
    }

    /** The folder by its own name: the whole path would be wider than the window. */
    private static String folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return String.valueOf(parent == null || parent.getFileName() == null ? parent : parent.getFileName());
    }

    private Optional<Packed> written(EvidenceRequest request, Path file, AtomicBoolean stop, @Nullable String forCase)
            throws Exception {
        try {
            Packed packed = EvidencePack.of(desk.session(), request, stop::get).write(file, true);
            if (forCase != null) {
                keep(forCase, packed, request);
            }
            return Optional.of(packed);
        } catch (CancellationException e) {
            return Optional.empty();
        } finally {
            // A trouble is told by the background; the dialog must not wait for ever.
            desk.background().onScreen(() -> running.set(false));
        }
    }

    /** The case of which the pack is made lists it. */
    private void keep(String id, Packed packed, EvidenceRequest request) throws StoreException {
        String setting = CaseText.SETTING + id;
        Optional<CaseFile> known =
                CaseText.read(id, desk.session().ownSettings().getOrDefault(setting, ""));
        if (known.isPresent()) {
            MadePack pack = new MadePack(
                    String.valueOf(packed.file().getFileName()),
                    packed.sha256(),
                    request.audience().code(),
                    desk.session().clock().instant());
            desk.session().putSetting(setting, CaseText.of(known.get().packed(pack)));
        }
    }

    /** Gives up the writing, or else the dialog; nothing half-done stays. */
    void cancel() {
        if (running.get()) {
            stopped.set(true);
        } else {
            open.set(false);
        }
    }

    /** What it is about. */
    ReadOnlyObjectProperty<Place.@Nullable Evidence> subjectProperty() {
        return subject;
    }

    ObjectProperty<Audience> audienceProperty() {
        return audience;
    }

    ObjectProperty<Locale> languageProperty() {
        return language;
    }

    ObjectProperty<AddressForm> formProperty() {
        return form;
    }

    /** Adds a part or takes it away. */
    void choose(Part part, boolean wanted) {
        EnumSet<Part> now = EnumSet.noneOf(Part.class);
        now.addAll(parts.get());
        if (wanted ? now.add(part) : now.remove(part)) {
            parts.set(now);
        }
    }

    ReadOnlyObjectProperty<Set<Part>> partsProperty() {
        return parts;
    }

    ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the dialog is open. */
    public BooleanProperty openProperty() {
        return open;
    }
}
