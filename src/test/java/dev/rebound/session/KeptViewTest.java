package dev.rebound.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.Picture;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store opens with the same picture, whether it was kept, made anew, or the kept one is not to be trusted. */
class KeptViewTest {
    private static final String HEADER = "EVENT_TYPE,ID,USER_ID,TIME,EMAIL_ADDRESS,CAMPAIGN_ID,CAMPAIGN_NAME,"
            + "DISPATCH_ID,ESP,SENDING_IP,IS_DROP,BOUNCE_REASON\n";
    private static final int MESSAGES = KeptView.LEAST_EVENTS * 5 / 8;
    private static final long BEGIN = 1_767_225_600L;
    private static final long HOUR = 3_600L;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("store/rebound.picture");
    }

    /** Sends, most of which were delivered, some of which bounced, and some that are open for two days yet. */
    private Path export(String name, int from, int to) throws IOException {
        StringBuilder out = new StringBuilder(HEADER);
        for (int n = from; n < to; n++) {
            String who = ",user" + n + "," + (BEGIN + n) + ",person" + n + "@example.com,c" + n % 40 + ",Letter "
                    + n % 40 + ",d" + n % 40 + "-0123456789,SendGrid,192.0.2.1,,";
            out.append("Send,s").append(n).append(who).append('\n');
            if (n % 50 == 0) {
                out.append("Bounce,b").append(n).append(who).append("550 5.1.1 No such user\n");
            } else if (n % 7 != 0) {
                out.append("Delivery,e").append(n).append(who).append('\n');
            }
        }
        Path file = folder.resolve(name);
        Files.writeString(file, out);
        return file;
    }

    private Session open(long hour) throws Exception {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(BEGIN + hour * HOUR), ZoneOffset.UTC);
        return Session.open(
                folder.resolve("store"), StandardFeeds.catalog(), Classifier.standard(), clock, ZoneOffset.UTC);
    }

    private static void importFile(Session session, Path file) throws Exception {
        session.importFiles(List.of(file), new ImportOptions(ZoneOffset.UTC, null, false), new ImportListener() {});
    }

    private List<Object> said(long hour) throws Exception {
        try (Session session = open(hour)) {
            return said(session.picture());
        }
    }

    private static List<Object> said(Picture p) {
        List<Object> out = new ArrayList<>();
        for (GapBy by : GapBy.values()) {
            out.add(p.gap(Filter.all(), by));
        }
        out.add(p.addresses().invalid());
        out.add(p.coverage().strips());
        out.add(Arrays.stream(p.messagesOf("person50@example.com"))
                .mapToObj(p::message)
                .toList());
        out.add(p.messages().size());
        return out;
    }

    /** What is said when nothing was kept. */
    private List<Object> afresh(long hour) throws Exception {
        Files.deleteIfExists(file());
        return said(hour);
    }

    @Test
    void theNextOpeningSaysWhatThisOneSaid() throws Exception {
        List<Object> said;
        try (Session session = open(10)) {
            importFile(session, export("first.csv", 0, MESSAGES));
            said = said(session.picture());
        }
        assertThat(file()).exists();
        byte[] kept = Files.readAllBytes(file());
        assertThat(said(10)).isEqualTo(said);
        assertThat(Files.readAllBytes(file())).as("read, not made again").isEqualTo(kept);

        List<Object> later = said(24 * 9);
        assertThat(later).as("open messages are judged by the clock").isNotEqualTo(said);
        assertThat(afresh(24 * 9)).isEqualTo(later);

        kept = Files.readAllBytes(file());
        kept[kept.length / 2] ^= 1;
        Files.write(file(), kept);
        assertThat(said(24 * 9)).as("damaged").isEqualTo(later);
        kept[kept.length / 2] ^= 1;
        assertThat(Files.readAllBytes(file()).length).as("made again").isEqualTo(kept.length);
        assertThat(said(9)).as("an earlier clock").isEqualTo(afresh(9));
    }

    @Test
    void importsAndDecisionsGoOnFromTheKeptPicture() throws Exception {
        try (Session session = open(10)) {
            importFile(session, export("first.csv", 0, MESSAGES));
        }
        List<Object> said;
        try (Session session = open(11)) {
            importFile(session, export("second.csv", MESSAGES, MESSAGES + 500));
            session.putSetting("retry-window.SendGrid", "PT1H");
            said = said(session.picture());
        }
        assertThat(said(11)).isEqualTo(said);
        assertThat(afresh(11)).isEqualTo(said);
        try (Session session = open(11)) {
            session.undo(1);
            said = said(session.picture());
        }
        assertThat(said(11)).isEqualTo(said);
        assertThat(file()).as("too little to be kept").exists();
    }
}
