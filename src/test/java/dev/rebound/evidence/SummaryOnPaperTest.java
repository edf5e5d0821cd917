package dev.rebound.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a browser needs to print a summary well stands in the page itself; here it is read without one. */
class SummaryOnPaperTest {
    private static final String LONG_FILE =
            "event_type=users.messages.email.Open/dataexport.prod-01.S3.integration.avro";
    private static final String HASH = "0123456789abcdef".repeat(4);

    private static final String HTML = html();

    /** Selector by selector, what is declared for it, also inside the rules for paper. */
    private static final Map<String, String> RULES = rules();

    private static String html() {
        Page page = new Page();
        page.heading(1, "Evidence: x");
        page.heading(2, "Files");
        page.table(
                List.of("File", "Records", "SHA-256"),
                List.of(List.of(LONG_FILE, "12", HASH), List.of("450 " + "x".repeat(90) + " <b>", "3", "plain words")),
                1);
        page.strong("Adds up");
        page.table(List.of("Outcome"), java.util.Collections.nCopies(30, List.of("Delivered")));
        page.quote("is:sent");
        return Html.of(page, "en", "Evidence: x");
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new HashMap<>();
        String style = HTML.substring(HTML.indexOf("<style>") + 7, HTML.indexOf("</style>"))
                .replaceAll("@media print \\{(.*)\\}\\s*$", "$1")
                .replaceAll("@bottom-right (\\{[^}]*\\})", "");
        Pattern.compile("([^{}]+)\\{([^{}]*)\\}").matcher(style).results().forEach(r -> {
            Pattern.compile(",")
                    .splitAsStream(r.group(1))
                    .forEach(
                            selector -> rules.merge(selector.strip(), r.group(2).strip(), (a, b) -> a + " " + b));
        });
        return rules;
    }

    private static String rule(String selector) {
        return RULES.getOrDefault(selector, "");
    }

    @Test
    void headsRepeatRowsStayWholeAndNoHeadingStandsAloneAtTheFoot() {
        assertThat(rule("thead")).contains("display: table-header-group");
        assertThat(rule("tr")).contains("break-inside: avoid");
        assertThat(rule("h2")).contains("break-after: avoid");
        assertThat(rule("p:has(+ table)")).contains("break-after: avoid");
        assertThat(rule("table + p")).contains("break-before: avoid");
        assertThat(rule("tbody tr:first-child")).as("not a head and one row").contains("break-after: avoid");
        assertThat(rule("tbody tr:nth-last-child(2)")).as("no last row alone").contains("break-after: avoid");
        assertThat(rule("p")).contains("orphans: 3", "widows: 3");
        assertThat(count("<table")).isEqualTo(count("<thead>")).isEqualTo(2);
        assertThat(count("<table class=\"s\">"))
                .as("short tables are kept whole")
                .isEqualTo(1);
        assertThat(rule(".s")).contains("break-inside: avoid");
    }

    @Test
    void itFitsAnyPaperAndIsNumbered() {
        assertThat(rule("@page")).contains("margin").doesNotContain("size");
        assertThat(HTML).contains("counter(page)", "counter(pages)");
        assertThat(RULES.values())
                .as("nothing is as wide as some screen")
                .noneMatch(r -> r.matches("(?s).*\\bwidth: [\\d.]+(px|mm|cm|in|pt|vw).*"));
    }

    /** A word that no line holds breaks; other words stay whole. */
    @Test
    void noColumnIsCutByALongWord() {
        assertThat(HTML)
                .contains("<td class=\"u\">" + LONG_FILE, "<td class=\"f\">" + HASH)
                .contains("<td class=\"w\">450 xxx", "<td>plain words</td>", "&lt;b&gt;");
        assertThat(rule(".u")).contains("word-break: break-all");
        for (String selector : List.of(".w", ".f", "h1", "pre")) {
            assertThat(rule(selector)).as(selector).contains("overflow-wrap: anywhere");
        }
        assertThat(rule("td")).doesNotContain("anywhere");
    }

    /** Browsers leave backgrounds out on paper, and a dark screen is no reason for black paper. */
    @Test
    void nothingIsToldByABackgroundAndPaperIsWhite() {
        assertThat(rule(":root")).contains("color-scheme: light");
        assertThat(HTML).doesNotContain("prefers-color-scheme", "url(", "position: fixed", "<script", "<img", "href");
        RULES.forEach((selector, declared) -> {
            if (declared.contains("background") && !selector.equals("body")) {
                assertThat(declared).as(selector).contains("border");
            }
        });
        List<String> inks = Pattern.compile("[^-]color: (#[0-9a-f]{6})")
                .matcher(HTML)
                .results()
                .map(r -> r.group(1))
                .toList();
        assertThat(inks).isNotEmpty().allMatch(ink -> onWhite(ink) >= 4.5);
    }

    private static double onWhite(String ink) {
        double[] parts = Pattern.compile("[0-9a-f]{2}")
                .matcher(ink)
                .results()
                .map(MatchResult::group)
                .mapToDouble(hex -> Integer.parseInt(hex, 16) / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        assertThat(Arrays.stream(parts).count()).isEqualTo(3);
        return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05);
    }

    private static long count(String text) {
        return Pattern.compile(Pattern.quote(text)).matcher(HTML).results().count();
    }
}
