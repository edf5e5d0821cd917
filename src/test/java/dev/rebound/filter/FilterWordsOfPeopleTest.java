package dev.rebound.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields in both languages, times as people write them, and what they paste. */
class FilterWordsOfPeopleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-03-16T11:00:00Z");

    private static Filter read(String text) {
        try {
            return FilterParser.parse(text);
        } catch (FilterSyntaxException e) {
            throw new AssertionError(text, e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "to,to",
        "address,to",
        "a,to",
        "adresse,to",
        "domain,domain",
        "domaine,domain",
        "provider,provider",
        "fournisseur,provider",
        "campaign,campaign",
        "campagne,campaign",
        "canvas,canvas",
        "step,step",
        "étape,step",
        "etape,step",
        "variant,variant",
        "variante,variant",
        "reason,reason",
        "motif,reason",
        "raison,reason",
        "reply,reply",
        "réponse,reply",
        "reponse,reply",
        "RÉPONSE,reply",
        "enhanced,enhanced",
        "fp,fp",
        "empreinte,fp",
        "esp,esp",
        "ip,ip",
        "pool,pool",
        "from,from",
        "de,from",
        "address.valid,address.valid",
        "adresse.valide,address.valid",
        "address.sub,address.sub",
        "adresse.abonnement,address.sub",
        "msg,msg",
        "message,msg",
        "dispatch,dispatch",
        "envoi,dispatch",
        "user,user",
        "utilisateur,user",
        "subject,subject",
        "objet,subject",
        "file,file",
        "fichier,file",
        "import,import",
        "source,source",
        "case,case",
        "enquête,case",
        "enquete,case",
        "note,note",
        "kind,kind",
        "genre,kind"
    })
    void aFieldHasANameInBothLanguages(String typed, String written) {
        String value = switch (written) {
            case "reason" -> "greylisted";
            case "address.valid" -> "questionable";
            case "address.sub" -> "unsubscribed";
            default -> "x";
        };
        assertThat(read(typed + ":" + value).toText()).isEqualTo(written + ":" + value);
    }

    @ParameterizedTest
    @CsvSource({
        "tries:3,tries:3",
        "essais:3,tries:3",
        "code:421,code:421",
        "delay:>2h,delay:>2h",
        "délai:>2h,delay:>2h",
        "age:>1d,age:>1d",
        "âge:>1j,age:>1j",
        "since:-7d,since:-7d",
        "depuis:-7j,since:-7j",
        "until:today,until:today",
        "jusque:hier,until:hier",
        "on:2026-03-14,on:2026-03-14",
        "le:2026-03-14,on:2026-03-14",
        "is:soft,is:soft",
        "est:doux,is:soft",
        "est:définitif,is:hard",
        "has:complaint,has:complaint",
        "avec:plainte,has:complaint",
        "is:pinned,is:pinned",
        "à:2026-03-14,at:2026-03-14",
        "'est:\"rebond temporaire\"',is:soft",
        "'est:\"écarté par l''ESP\"',is:dropped",
        "'est:«\u00a0rebond définitif\u00a0»',is:hard",
        "is:soft-bounce,is:soft",
        "adresse.valide:non,address.valid:no",
        "adresse.abonnement:désabonné,address.sub:unsubscribed",
        "'adresse.abonnement:(abonné, \"abonnement confirmé\")','address.sub:(subscribed, opted_in)'",
        "'to:a@example.com,b@example.com;c@example.com','to:(a@example.com, b@example.com, c@example.com)'",
        "“mailbox full”,'\"mailbox full\"'",
        "motif:«boîte pleine»,reason:mailbox_full",
        "tries:3\u00a0code:421,tries:3 code:421",
        "has:note,has:noted"
    })
    void numbersTimesAndFactsAreReadInBothLanguages(String typed, String meaning) {
        Filter read = read(typed);
        Filter meant = read(meaning);
        if (read instanceof Filter.Term a
                && meant instanceof Filter.Term b
                && a.field().kind() == Field.Kind.FLAG
                && a.match() instanceof Match.Exact x
                && b.match() instanceof Match.Exact y) {
            assertThat(a.field()).isEqualTo(b.field());
            assertThat(FlagWord.named(x.value())).isPresent().isEqualTo(FlagWord.named(y.value()));
        } else {
            assertThat(read).isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-14|2026-03-13T23:00:00Z|86400",
                "2026-03-14T08:00|2026-03-14T07:00:00Z|60",
                "2026-03-14 08:00:05|2026-03-14T07:00:05Z|1",
                "2026-03-14T08:00:00Z|2026-03-14T08:00:00Z|1",
                "14 mars 2026|2026-03-13T23:00:00Z|86400",
                "14 March 2026|2026-03-13T23:00:00Z|86400",
                "14 Mar 09:00|2026-03-14T08:00:00Z|60",
                "14 mars 2026 à 09h30|2026-03-14T08:30:00Z|60",
                "1er févr. 2026|2026-01-31T23:00:00Z|86400",
                "Mar 14|2026-03-13T23:00:00Z|86400",
                "March 14, 2026|2026-03-13T23:00:00Z|86400",
                "14/03/2026|2026-03-13T23:00:00Z|86400",
                "30 décembre|2025-12-29T23:00:00Z|86400",
                "2026-02|2026-01-31T23:00:00Z|2419200",
                "-7d|2026-03-09T11:00:00Z|0",
                "-24h|2026-03-15T11:00:00Z|0",
                "-7j|2026-03-09T11:00:00Z|0",
                "today|2026-03-15T23:00:00Z|86400",
                "hier|2026-03-14T23:00:00Z|86400",
            })
    void aTimeIsReadAsPeopleWriteIt(String typed, Instant from, long seconds) {
        FilterValues.Span span = FilterValues.time(typed, NOW, PARIS).orElseThrow();
        assertThat(span.from()).isEqualTo(from);
        assertThat(span.to().getEpochSecond() - span.from().getEpochSecond()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31 February 2026", "14 jui 2026", "someday", "32/01/2026", "2026-13", "14 Foo 2026", "25:00"})
    void whatNoCalendarHasIsNoTime(String typed) {
        assertThat(FilterValues.time(typed, NOW, PARIS)).isEmpty();
    }

    @Test
    void aRangeOfClockTimesIsRead() {
        assertThat(read("at:\"14 Mar 09:00\"..11:40"))
                .isEqualTo(new Filter.Term(Field.AT, new Match.Range("14 Mar 09:00", "11:40")));
        assertThat(read("on:\"14 mars 2026\"")).isEqualTo(Filter.is(Field.ON, "14 mars 2026"));
    }

    @Test
    void thousandsOfPastedAddressesBecomeOneList() {
        String pasted = IntStream.range(0, 5_000)
                .mapToObj(i -> "person" + i + "@example.com")
                .collect(Collectors.joining("\n"));
        Filter list = PastedList.of(pasted).orElseThrow();
        assertThat(list).isInstanceOfSatisfying(Filter.Term.class, t -> {
            assertThat(t.field()).isEqualTo(Field.ADDRESS);
            assertThat(((Match.OneOf) t.match()).values()).hasSize(5_000);
        });
        assertThat(read(list.toText())).isEqualTo(list);
    }

    @Test
    void quotesAndBracketsOfSheetsAndMailProgramsAreTakenOff() {
        assertThat(PastedList.of("\"anna@example.com\"; <bruno@example.org>,anna@example.com")
                        .orElseThrow()
                        .toText())
                .isEqualTo("to:(anna@example.com, bruno@example.org)");
        assertThat(PastedList.of("sg001\nsg002\nsg003").orElseThrow().toText()).isEqualTo("msg:(sg001, sg002, sg003)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "is:soft campaign:x", "two words", "", "one\ntwo words\nthree"})
    void anythingElseIsPastedAsItIs(String pasted) {
        assertThat(PastedList.of(pasted)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"camp:x,campaign", "dom:x,domain", "prov:x,provider", "resaon:x,reason", "fourn:x,fournisseur"})
    void aFieldBegunOrMistypedIsSuggested(String typed, String suggestion) {
        try {
            FilterParser.parse(typed);
            throw new AssertionError("read " + typed);
        } catch (FilterSyntaxException e) {
            assertThat(e.suggestion()).isEqualTo(suggestion);
        }
    }
}
