package dev.rebound.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartsTest {
    private static final Spot NOWHERE = new Spot("words", "");

    private static Waterfall waterfall(List<Integer> steps, long deliveries) {
        List<Waterfall.Step> taken = new ArrayList<>();
        steps.forEach(n -> taken.add(new Waterfall.Step("step", n, Ink.BLOCKED, NOWHERE)));
        long sends = deliveries + steps.stream().mapToLong(Integer::longValue).sum();
        return new Waterfall(
                "a & b",
                new Waterfall.Step("sends", sends, Ink.SENDS, NOWHERE),
                taken,
                new Waterfall.Step("deliveries", deliveries, Ink.DELIVERED, NOWHERE),
                "from {0}",
                Long::toString);
    }

    private static List<Mark.Box> boxes(Drawing drawing) {
        return drawing.marks().stream()
                .filter(Mark.Box.class::isInstance)
                .map(Mark.Box.class::cast)
                .toList();
    }

    @Property(tries = 200, seed = "2026")
    void aWaterfallEndsWhereTheDeliveriesBegin(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 5000) Integer> steps,
            @ForAll @IntRange(max = 200_000) int deliveries) {
        Waterfall chart = waterfall(steps, deliveries);
        List<Mark.Box> boxes = boxes(chart.draw(1000, 400));
        Mark.Box last = boxes.getLast();
        Mark.Box before = boxes.get(boxes.size() - 2);
        assertThat(chart.base()).isBetween(0L, (long) deliveries);
        // A step of one in a hundred thousand is drawn thicker than it is, never thinner.
        assertThat(before.y() + before.height()).isGreaterThanOrEqualTo(last.y() - 0.01);
        assertThat(boxes.stream().allMatch(b -> b.height() >= 0 && b.y() >= 0 && b.y() + b.height() <= 402))
                .isTrue();
    }

    /** Of two messages there is no half: 0, 1, 2 and nothing twice. */
    @Property(tries = 50, seed = "2026")
    void anAxisOfCountsNamesEachWholeNumberOnce(
            @ForAll @IntRange(max = 30) int from, @ForAll @IntRange(min = 1, max = 40) int more) {
        List<Double> ticks = new Scale(from, from + more, 0, 400).counts(6);
        assertThat(ticks)
                .doesNotHaveDuplicates()
                .allMatch(t -> t == Math.rint(t))
                .hasSizeLessThanOrEqualTo(7);
        assertThat(waterfall(List.of(2), 0).draw(1000, 400).marks().stream()
                        .filter(Mark.Text.class::isInstance)
                        .map(w -> ((Mark.Text) w).text())
                        .filter(t -> t.matches("\\d+"))
                        .toList())
                .as("the axis, the pillar of the sends, that of the deliveries")
                .containsExactly("0", "1", "2", "2", "0");
    }

    @Test
    void barsOfALaneAreOnOneScaleAndASlightOneDoesNotMakeIt() {
        ShareBars.Bar half = new ShareBars.Bar("5", List.of(new ShareBars.Piece(5, Ink.BLOCKED, null)), -1, false);
        ShareBars.Bar whole = new ShareBars.Bar("10", List.of(new ShareBars.Piece(10, Ink.BLOCKED, null)), -1, false);
        ShareBars.Bar slight = new ShareBars.Bar("99", List.of(new ShareBars.Piece(99, Ink.BLOCKED, null)), -1, true);
        ShareBars chart = new ShareBars(
                "t",
                List.of("lane"),
                List.of(
                        new ShareBars.Line("a", List.of(half)),
                        new ShareBars.Line("b", List.of(whole)),
                        new ShareBars.Line("c", List.of(slight))),
                List.of());
        List<Mark.Box> boxes = boxes(chart.draw(800, 200));
        assertThat(boxes.get(0).width() * 2).isCloseTo(boxes.get(1).width(), within(0.01));
        assertThat(boxes.get(2).x() + boxes.get(2).width()).isLessThanOrEqualTo(800);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anSvgFileIsWellFormedAndSaysEveryNumber(boolean dark) throws Exception {
        Drawing drawing = waterfall(List.of(120, 40), 1816).draw(900, 400);
        String svg = Svg.of(drawing, dark);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("rect").getLength())
                .isEqualTo(1 + boxes(drawing).size());
        assertThat(svg).contains("−120", "1816", "<title>a &amp; b</title>").doesNotContain("<script", "href");
        assertThat(svg).contains(Ink.BLOCKED.hex(dark));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theScreenHasTheInksOfTheFiles(String theme) throws Exception {
        String sheet = Files.readString(Path.of("src/main/resources/dev/rebound/console/" + theme + ".css"));
        String rules = Files.readString(Path.of("src/main/resources/dev/rebound/console/console.css"));
        for (Ink ink : Ink.values()) {
            Matcher m = Pattern.compile(ink.style() + ": (#\\w+);").matcher(sheet);
            assertThat(m.find()).as(ink.style()).isTrue();
            assertThat(m.group(1)).as(ink.style()).isEqualTo(ink.hex(theme.equals("dark")));
            assertThat(rules).contains("." + ink.style() + " { -fx-stroke: " + ink.style() + "; }");
        }
    }
}
