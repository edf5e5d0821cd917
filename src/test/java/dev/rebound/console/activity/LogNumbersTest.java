package dev.rebound.console.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Place.Activity.Grouping;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.insight.Picture;
import dev.rebound.insight.ReplyGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every number of the log opens exactly so many rows. */
class LogNumbersTest {
    @TempDir
    static Path folder;

    private static QuietDesk quiet;
    private static ActivityModel model;

    @BeforeAll
    static void openTheSample() throws Exception {
        quiet = new QuietDesk(folder).withSample();
        model = new ActivityModel(quiet.desk);
    }

    @AfterAll
    static void close() throws Exception {
        assertThat(quiet.troubles).isEmpty();
        quiet.close();
    }

    private static ActivityResult shown(String filter, boolean events, Grouping by) {
        model.show(new Place.Activity(filter, events, by, null));
        return Objects.requireNonNull(model.resultProperty().get());
    }

    private static int total() {
        return Objects.requireNonNull(model.resultProperty().get()).total();
    }

    @ParameterizedTest
    @CsvSource({
        "'',false",
        "is:soft,false",
        "is:soft OR is:blocked,false",
        "-is:delivered campaign:\"Spring Sale 2026\",false",
        "'',true",
        "kind:deferral,true",
        "is:orphan,true"
    })
    void everyValueBesideTheListOpensItsCount(String filter, boolean events) {
        shown(filter, events, Grouping.NONE);
        List<ActivityResult.Facet> facets =
                Objects.requireNonNull(model.facetsProperty().get()).list();
        int walked = 0;
        for (ActivityResult.Facet facet : facets) {
            for (Questions.FacetValue value :
                    facet.values().subList(0, Math.min(25, facet.values().size()))) {
                shown(filter, events, Grouping.NONE);
                model.show(FilterEdits.keepOnly(model.filter(), facet.field(), value.value()));
                assertThat(total()).as(facet.field() + " " + value.value()).isEqualTo((int) value.count());
                walked++;
            }
        }
        assertThat(walked).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(value = Grouping.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void everyGroupOpensItsCountAndTheGroupsAddUp(Grouping by) {
        for (boolean events : new boolean[] {false, true}) {
            ActivityResult all = shown("-is:delivered", events, by);
            assertThat(all.groups().stream()
                            .mapToLong(ActivityResult.Group::count)
                            .sum())
                    .isEqualTo(all.total());
            for (ActivityResult.Group group :
                    all.groups().subList(0, Math.min(30, all.groups().size()))) {
                model.open(group);
                assertThat(total()).as(by + " " + group.value()).isEqualTo((int) group.count());
            }
        }
    }

    @Test
    void everyBarOpensItsCount() {
        ActivityResult all = shown("-is:delivered", false, Grouping.NONE);
        for (Questions.Bin bin : all.bars()) {
            shown("-is:delivered", false, Grouping.NONE);
            model.narrow(FilterEdits.span(bin.from(), bin.to(), QuietDesk.PARIS));
            assertThat(total()).isEqualTo((int)
                    bin.counts().values().stream().mapToLong(Long::longValue).sum());
        }
    }

    @ParameterizedTest
    @CsvSource({"is:,3", "campaign:,9", "is:soft reason:,15", "domain:ex,9", "code:,5", "since:,6", "tries:,6"})
    void everyCompletionTellsHowManyRowsThereWillBe(String text, int cursor) throws Exception {
        ActivityResult all = shown("", false, Grouping.NONE);
        List<Completion.Proposal> proposals =
                new Completion(all, new FilterWords(quiet.desk.words()), Locale.UK).at(text, cursor);
        assertThat(proposals).isNotEmpty();
        for (Completion.Proposal p : proposals) {
            String whole = text.substring(0, p.from()) + p.insert() + text.substring(p.to());
            assertThat(all.questions().select(FilterParser.parse(whole)).cardinality())
                    .as(whole)
                    .isEqualTo((int) p.count());
        }
    }

    @Test
    void fieldsAreCompletedInBothLanguages() {
        ActivityResult all = shown("", false, Grouping.NONE);
        FilterWords words = new FilterWords(quiet.desk.words());
        assertThat(new Completion(all, words, Locale.UK).at("is:soft cam", 11))
                .extracting(Completion.Proposal::insert)
                .contains("campaign:");
        assertThat(new Completion(all, words, Locale.FRANCE).at("mot", 3))
                .extracting(Completion.Proposal::insert)
                .contains("motif:");
    }

    @Test
    void anEmptyResultNamesThePartWhoseRemovalHelpsMost() {
        ActivityResult none =
                shown("is:soft campaign:\"Spring Sale 2026\" domain:nowhere.example", false, Grouping.NONE);
        assertThat(none.total()).isZero();
        ActivityResult.WayOut way =
                Objects.requireNonNull(Objects.requireNonNull(none.nothing()).way());
        model.show(none.filter().without(way.chip()));
        assertThat(total()).isEqualTo(way.count()).isPositive();
    }

    @Test
    void anEmptyResultSaysThatThereIsNoDataThenOrWhoMayHaveBeenMeant() {
        ActivityResult later = shown("is:soft since:2026-06-01", false, Grouping.NONE);
        assertThat(Objects.requireNonNull(later.nothing()).time()).isNotNull();
        ActivityResult mistyped = shown("to:claire.d@orange.exmaple.com", false, Grouping.NONE);
        assertThat(Objects.requireNonNull(mistyped.nothing()).similar())
                .containsExactly(dev.rebound.sample.Planted.CLAIRE);
    }

    @Test
    void whereAWordAndItsReplyDisagreeIsListedInTheWindow() throws Exception {
        Picture picture = quiet.session.picture();
        List<ReplyGroup> odd = picture.replyGroups(picture.questions().select(Filter.all())).stream()
                .filter(ReplyGroup::isDisagreement)
                .toList();
        SavedViews.View view = SavedViews.builtIn().stream()
                .filter(v -> v.name().equals("disagreeing"))
                .findFirst()
                .orElseThrow();
        model.show(view.place());
        assertThat(total())
                .isPositive()
                .isEqualTo(odd.stream().mapToInt(ReplyGroup::events).sum());
        Bitmap messages = picture.questions().select(FilterParser.parse("is:disagreeing"));
        assertThat(picture.replyGroups(messages)).containsAll(odd);
        assertThat(picture.replyGroups(picture.questions().select(FilterParser.parse("-is:contredit"))))
                .noneMatch(ReplyGroup::isDisagreement);
    }

    @Test
    void whileTheFilterIsWrongTheLastGoodResultIsWhatIsGrouped() {
        int soft = shown("is:soft", false, Grouping.NONE).total();
        model.textProperty().set("is:soft AND (");
        assertThat(model.problemProperty().get()).isNotNull();
        model.byProperty().set(Grouping.REASON);
        assertThat(Objects.requireNonNull(model.resultProperty().get()).groups())
                .isNotEmpty();
        assertThat(total()).isEqualTo(soft);
        shown("", false, Grouping.NONE);
    }

    @Test
    void everySavedViewShowsWhatItsNameSays() {
        SavedViews views = new SavedViews(quiet.desk.remembered());
        assertThat(SavedViews.builtIn()).hasSize(13);
        for (SavedViews.View view : SavedViews.builtIn()) {
            model.show(view.place());
            assertThat(model.problemProperty().get()).as(view.name()).isNull();
            assertThat(views.of(model.placeProperty().get())).contains(view);
        }
        views.save("Mine", new Place.Activity("is:hard since:-3d", false, Grouping.DAY, null));
        assertThat(views.own())
                .singleElement()
                .satisfies(v -> assertThat(v.place().by()).isEqualTo(Grouping.DAY));
        views.forget("Mine");
        assertThat(views.own()).isEmpty();
    }

    @Test
    void earlierFiltersAreKeptOnceEachAndFromOneStartToTheNext() throws Exception {
        model.show("is:hard");
        model.show("is:blocked");
        model.show("is:hard");
        assertThat(model.history()).endsWith("is:blocked", "is:hard").doesNotHaveDuplicates();
        assertThat(new ActivityModel(quiet.desk).history()).endsWith("is:blocked", "is:hard");
    }

    @Test
    void rowsComeInTheOrderOfAnyColumn() {
        shown("is:soft", false, Grouping.NONE);
        for (LogColumn column : LogColumn.values()) {
            Field field = column.field();
            if (field == null || !column.isSortable() || column.isOfEvents()) {
                continue;
            }
            model.sortProperty().set(new ActivityModel.Sort(field, false));
            assertThat(model.rowsProperty().get()).as(column.name()).hasSize(total());
        }
        model.sortProperty().set(new ActivityModel.Sort(Field.ADDRESS, false));
        assertThat(model.rowsProperty().get().stream()
                        .map(r -> r.message().address())
                        .toList())
                .isSorted();
        model.sortProperty().set(ActivityModel.Sort.NEWEST);
    }

    @Test
    void newerDataWaitsWhileTheListIsLookedAtAndIsOffered() throws Exception {
        try (QuietDesk own = new QuietDesk(folder.resolve("newer"))) {
            own.session.importFiles(
                    List.of(Path.of("assets/sample-feeds/sendgrid-activity.csv")),
                    new dev.rebound.intake.ImportOptions(QuietDesk.PARIS, null, false),
                    dev.rebound.intake.ImportListener.none());
            ActivityModel log = new ActivityModel(own.desk);
            log.show("");
            log.watchedProperty().set(true);
            int before = Objects.requireNonNull(log.resultProperty().get()).total();
            own.withSample();
            assertThat(Objects.requireNonNull(log.resultProperty().get()).total())
                    .isEqualTo(before);
            int after = Objects.requireNonNull(log.newerProperty().get()).total();
            assertThat(after).isGreaterThan(before);
            log.again();
            assertThat(Objects.requireNonNull(log.resultProperty().get()).total())
                    .isEqualTo(after);
            assertThat(log.newerProperty().get()).isNull();
        }
    }

    @Test
    void aPinnedFilterHoldsInEveryAnswer() throws Exception {
        Filter soft = FilterParser.parse("is:soft");
        var seen = quiet.session.picture().seen(soft, QuietDesk.PARIS);
        int count = quiet.session.picture().questions().select(soft).cardinality();
        assertThat(seen.questions().select(Filter.all()).cardinality()).isEqualTo(count);
        assertThat(seen.questions()
                        .select(new Filter.Not(FilterParser.parse("is:hard")))
                        .cardinality())
                .isEqualTo(count);
        assertThat(seen.gap(Filter.all(), dev.rebound.insight.GapBy.CAMPAIGN).stream()
                        .mapToLong(g -> g.count(dev.rebound.domain.MessageState.SOFT_BOUNCED))
                        .sum())
                .isEqualTo(count);
        assertThat(seen.whole().questions().select(Filter.all()).cardinality())
                .isEqualTo(quiet.session.picture().messages().size());
    }
}
